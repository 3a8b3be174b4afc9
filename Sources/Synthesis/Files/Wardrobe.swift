import Roster
import Tabular

/// Which dress each source wears in a month: offices differ, and change their ways from month to month.
struct Wardrobe: Sendable {
    private let fixed: ExportEncoding?
    private let isMessy: Bool
    private let turn: Int

    init(_ plan: SynthesisPlan, month: Month) {
        fixed = plan.encoding
        isMessy = plan.mess > 0
        turn = plan.months.lowerBound.months(to: month)
    }

    /// The number of the month in a cycle of three.
    var phase: Int { turn % 3 }

    /// The dress of a source.
    func dress(_ source: SourceKind, month: Month) -> Dress {
        var dress = usual(source)
        if let fixed {
            dress.encoding = encoding(fixed)
            dress.hasMark = fixed == .utf16LittleEndian
            if dress.delimiter == UInt8(ascii: "|") { dress.delimiter = UInt8(ascii: ",") }
        }
        if !isMessy {
            (dress.title, dress.hasTotal, dress.nullMark) = (nil, false, "")
        } else if dress.title != nil {
            dress.title = "韶关市\(source.fileStem)（\(month.year)年\(month.month)月，虚构数据）"
        }
        return dress
    }

    private func encoding(_ choice: ExportEncoding) -> TextEncoding {
        switch choice {
        case .utf8: .utf8
        case .gb18030: .gb18030
        case .utf16LittleEndian: .utf16LittleEndian
        }
    }

    private func usual(_ source: SourceKind) -> Dress {
        switch source {
        case .unemployed: [roster, Dress(encoding: .utf8, hasMark: true, headingChoice: 1), roster][phase]
        case .insurance:
            [
                Dress(encoding: .utf8, lineEnd: [0x0A], dateStyle: .compact),
                Dress(encoding: .gb18030, dateStyle: .compact, nullMark: ""),
                Dress(encoding: .utf8, hasMark: true, lineEnd: [0x0A], headingChoice: 1, dateStyle: .compact),
            ][phase]
        case .pension:
            Dress(encoding: .gb18030, title: "", hasTotal: true, headingChoice: phase, nullMark: "-")
        case .unemploymentBenefit: Dress.spreadsheetText(.dashed)
        case .business: Dress(encoding: .gb18030, lineEnd: [0x0A], dateStyle: .slashed, nullMark: "/")
        case .disability:
            Dress(encoding: .utf8, hasMark: true, delimiter: UInt8(ascii: ";"), dateStyle: .dotted, nullMark: "—")
        case .death:
            Dress(encoding: .utf8, delimiter: UInt8(ascii: "|"), lineEnd: [0x0A], headingChoice: 2, dateStyle: .chinese)
        case .status:
            Dress(encoding: .utf8, delimiter: 0x09, lineEnd: [0x0A], dateStyle: .dashed, nullMark: "无")
        case .category: Dress(encoding: .gb18030, headingChoice: phase, dateStyle: .slashed)
        case .certificate: Dress(encoding: .utf8, hasMark: true, title: "", dateStyle: .dashed)
        case .service:
            Dress(delimiter: UInt8(ascii: ";"), lineEnd: [0x0A], headingChoice: phase, nullMark: "NULL")
        case .loan: Dress(encoding: .gb18030, title: "", hasTotal: true, dateStyle: .chinese)
        case .survey: Dress(encoding: .gb18030, headingChoice: 1, dateStyle: .slashed)
        case .flexibleSubsidy: Dress(encoding: .gb18030, hasTotal: true, dateStyle: .compact)
        case .lowIncome, .household: Dress()
        }
    }

    private var roster: Dress {
        Dress(encoding: .gb18030, title: "", hasTotal: true, dateStyle: phase == 0 ? .dashed : .slashed, nullMark: "")
    }
}

extension Dress {
    /// What a spreadsheet calls Unicode text: UTF-16 with tabs.
    fileprivate static func spreadsheetText(_ dates: DateStyle) -> Dress {
        Dress(encoding: .utf16LittleEndian, hasMark: true, delimiter: 0x09, dateStyle: dates, fileExtension: "txt")
    }
}

extension SourceKind {
    /// The name under which the exports of a source arrive, without month and extension.
    var fileStem: String {
        switch self {
        case .unemployed: "登记失业人员名册"
        case .insurance: "社会保险缴费明细"
        case .pension: "养老待遇领取名册"
        case .unemploymentBenefit: "失业保险金发放名册"
        case .lowIncome: "低保和低收入家庭名册"
        case .business: "市场主体登记名册"
        case .disability: "残疾人证名册"
        case .death: "死亡人口名册"
        case .household: "户籍家庭名册"
        case .status: "其他状态名册"
        case .category: "困难类别名册"
        case .certificate: "培训证书和补贴台账"
        case .service: "服务记录"
        case .loan: "创业担保贷款申请"
        case .survey: "跟踪调查结果"
        case .flexibleSubsidy: "灵活就业社会保险补贴发放名册"
        }
    }
}
