/// The style of charts, beside that of all pages: light, dark and on paper. No meaning is in colour alone: a bar's direction
/// and its number say what it adds, its outline whether training met it, a line's dashes which threshold it is.
enum ChartStyle {
    static let text = """
        :root { --plus: #1f5fa8; --minus: #a34a12; --sum: #5b636c; }
        .chart svg { display: block; font: 13px/1 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
        svg text { fill: var(--ink); font-variant-numeric: tabular-nums; }
        svg .faint { fill: var(--faint); font-size: 12px; }
        svg .strong { font-weight: bold; }
        svg .middle { text-anchor: middle; }
        svg .end { text-anchor: end; }
        svg .plus { fill: var(--plus); }
        svg .minus { fill: var(--minus); }
        svg .sum { fill: var(--sum); }
        svg .hollow { fill: none; stroke: var(--ink); stroke-dasharray: 3 2; }
        svg .grid { stroke: var(--line); stroke-width: .5; opacity: .6; }
        svg .axis { stroke: var(--ink); }
        svg .join { stroke: var(--faint); }
        svg .halo { stroke: var(--paper); stroke-width: 6; }
        svg .link { stroke: var(--ink); stroke-width: 2; }
        svg .review { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 6 4; }
        @media (prefers-color-scheme: dark) {
          :root { --plus: #7fb2f0; --minus: #f0a05c; --sum: #a3acb5; }
        }
        @media print {
          :root { --plus: #1f5fa8; --minus: #a34a12; --sum: #5b636c; }
          .chart svg { max-width: 100%; height: auto; }
          .chart { break-inside: avoid; }
        }
        """
}
