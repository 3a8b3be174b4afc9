/// The style sheet in every page: readable at 360 px, light and dark, A4 on paper. Text has a contrast of 7:1 or more.
enum PageStyle {
    static let text = """
        :root { --paper: #fff; --ink: #1b1f24; --faint: #4a5159; --line: #8c959f; --fill: #eef1f4; --link: #0b4a9e; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1rem; max-width: 75rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; line-height: 1.3; margin: 0; }
        h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
        a { color: var(--link); }
        a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .period, .remark { color: var(--faint); margin: .25rem 0; }
        .notice { border: 1px solid currentColor; padding: 0 .4em; }
        .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: .5rem; }
        .figures div { background: var(--fill); padding: .6rem .8rem; }
        dt, dd { margin: 0; }
        dd:first-of-type { font-size: 1.6rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
        nav ul { padding-left: 1.2rem; }
        .scroll { overflow-x: auto; margin-top: 1.5rem; }
        table { border-collapse: collapse; min-width: 20rem; }
        caption { text-align: left; font-weight: bold; font-size: 1.1rem; padding: .3rem 0; }
        th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; }
        thead th, tfoot th, tfoot td { background: var(--fill); font-weight: bold; }
        thead th { min-width: 4.5em; }
        tbody th { font-weight: normal; min-width: 6em; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        td.n { white-space: nowrap; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #14171a; --ink: #eceff2; --faint: #b9c1c9; --line: #6b747d; --fill: #252a30; --link: #9cc4ff; }
        }
        @page { size: A4 landscape; margin: 12mm; }
        @media print {
          :root { --paper: #fff; --ink: #000; --faint: #333; --line: #777; --fill: #eee; --link: #000; }
          body { max-width: none; padding: 0; font-size: 9pt; }
          nav { display: none; }
          .scroll { overflow: visible; }
          th, td { padding: .15rem .3rem; }
          thead { display: table-header-group; }
          tfoot { display: table-row-group; }
          tr, .figures div { break-inside: avoid; }
          h2, caption { break-after: avoid; }
        }
        """
}
