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
        {{% CONTENT_TYPE: \(MarkupEscaping.name)}}
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>{{page.title}} {{page.period}}</title>
        <style>
        \(PageStyle.text)
        \(ChartStyle.text)
        </style>
        </head>
        <body>
        {{#page}}
        \(summary)
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
        \(table)
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

    private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

    private static let summary = """
        <header>
        <h1>{{title}}</h1>
        <p class="period">{{period}}　<strong class="notice">{{notice}}</strong></p>
        </header>
        <main>
        <section aria-labelledby="findings">
        <h2 id="findings">概况</h2>
        {{#findings}}
        <p>{{.}}</p>
        {{/findings}}
        <dl class="figures">
        {{#figures}}
        <div><dt>{{label}}</dt><dd>{{value}}</dd><dd class="remark">{{note}}</dd></div>
        {{/figures}}
        </dl>
        </section>
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

    private static let table = """
        <div class="scroll" role="region" aria-label="{{caption}}" tabindex="0">
        <table>
        <caption>{{caption}}</caption>
        <thead><tr>{{#columns}}<th scope="col" class="{{style}}">{{text}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{heading}}</th>{{#cells}}<td class="{{style}}">{{text}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        {{#totals}}
        <tfoot><tr><th scope="row">{{heading}}</th>{{#cells}}<td class="{{style}}">{{text}}</td>{{/cells}}</tr></tfoot>
        {{/totals}}
        </table>
        </div>
        """
}
