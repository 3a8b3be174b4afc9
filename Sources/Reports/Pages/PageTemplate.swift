import Mustache

/// The template all pages share: self-contained, without script, values escaped scalar by scalar.
enum PageTemplate {
    /// The page as HTML.
    static func html(of page: Page) throws -> String {
        let template = try MustacheTemplate(string: text)
        return template.render(page)
    }

    private static let text = """
        \(head(title: "{{title}} {{period}}", style: PageStyle.text))
        <body>
        \(summary)
        <nav aria-label="目录">
        <ul>
        {{#tables}}
        <li><a href="#{{id}}">{{caption}}</a></li>
        {{/tables}}
        </ul>
        </nav>
        {{#tables}}
        <section id="{{id}}">
        \(table)
        {{#note}}
        <p class="remark">{{note}}</p>
        {{/note}}
        </section>
        {{/tables}}
        <section aria-labelledby="notes">
        <h2 id="notes">说明</h2>
        <ul>
        {{#notes}}
        <li>{{.}}</li>
        {{/notes}}
        </ul>
        </section>
        </main>
        </body>
        </html>

        """
}

extension PageTemplate {
    /// All before the body.
    static func head(title: String, style: String) -> String {
        """
        {{% CONTENT_TYPE: \(MarkupEscaping.name)}}
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>\(title)</title>
        <style>
        \(style)
        </style>
        </head>
        """
    }

    private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

    /// The heading of a `Page` and its figures; `main` stays open.
    static let summary = """
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

    /// A `Page.Table`.
    static let table = """
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
