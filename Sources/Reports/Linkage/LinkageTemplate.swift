import Mustache

/// The template of the linkage page: the frame of all pages, and exhibits with charts.
enum LinkageTemplate {
    /// The page as HTML. The tables of `page` are not used: they come with the exhibits.
    static func html(of page: Page, exhibits: [Exhibit]) throws -> String {
        let template = try MustacheTemplate(string: text)
        return template.render(Content(page: page, exhibits: exhibits))
    }

    /// What the template is filled with.
    private struct Content {
        let page: Page
        let exhibits: [Exhibit]
    }

    private static let text = """
        \(PageTemplate.head(title: "{{page.title}} {{page.period}}", style: "\(PageStyle.text)\n\(ChartStyle.text)"))
        <body>
        {{#page}}
        \(PageTemplate.summary)
        {{/page}}
        <nav aria-label="目录">
        <ul>
        {{#exhibits}}
        <li><a href="#{{id}}">{{entry}}</a></li>
        {{/exhibits}}
        </ul>
        </nav>
        {{#exhibits}}
        <section id="{{id}}">
        {{#drawings}}
        \(chart)
        {{/drawings}}
        {{#table}}
        \(PageTemplate.table)
        {{/table}}
        {{#remarks}}
        <p class="remark">{{.}}</p>
        {{/remarks}}
        </section>
        {{/exhibits}}
        <section aria-labelledby="notes">
        <h2 id="notes">方法与说明</h2>
        <ul>
        {{#page.notes}}
        <li>{{.}}</li>
        {{/page.notes}}
        </ul>
        </section>
        </main>
        </body>
        </html>

        """

    private static let chart = """
        <h2>{{heading}}</h2>
        <div class="scroll chart" role="region" aria-label="{{heading}}" tabindex="0">
        <svg role="img" aria-labelledby="{{id}}-title {{id}}-desc" width="{{width}}" height="{{height}}" \
        viewBox="0 0 {{width}} {{height}}">
        <title id="{{id}}-title">{{heading}}</title>
        <desc id="{{id}}-desc">{{description}}</desc>
        {{#grid}}
        \(line)
        {{/grid}}
        {{#bars}}
        <rect class="{{style}}" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}"></rect>
        {{/bars}}
        {{#lines}}
        \(line)
        {{/lines}}
        {{#labels}}
        <text class="{{style}}" x="{{x}}" y="{{y}}">{{words}}</text>
        {{/labels}}
        </svg>
        </div>
        """

    private static let line = """
        <line class="{{style}}" x1="{{x1}}" y1="{{y1}}" x2="{{x2}}" y2="{{y2}}"></line>
        """
}
