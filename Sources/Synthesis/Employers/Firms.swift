/// Made-up employers. An ordinal has the same firm under every seed.
enum Firms {
    /// A firm that employs people; ordinals below 800,000.
    static func employer(_ ordinal: Int) -> Firm {
        Firm(
            creditCode: CreditCode.text(kind: "91", region: "440201", ordinal: ordinal),
            unitNumber: "44020" + String(10_000_000 + ordinal), name: name(ordinal))
    }

    /// A business run by one person: an individual household, or a company when `isCompany`.
    static func business(_ ordinal: Int, isCompany: Bool) -> Firm {
        let kind = isCompany ? "91" : "92"
        let shop = "韶关市" + words[ordinal % words.count] + trades[ordinal % trades.count] + "店"
        return Firm(
            creditCode: CreditCode.text(kind: kind, region: "440201", ordinal: 10_000_000 + ordinal),
            unitNumber: "44021" + String(10_000_000 + ordinal), name: isCompany ? name(ordinal) : shop)
    }

    /// The fund that pays medical insurance for people who draw unemployment benefit.
    static let benefitFund = Firm(creditCode: "", unitNumber: "440200700001", name: "失业保险基金代缴专户（虚构）")

    private static func name(_ ordinal: Int) -> String {
        let place = places[ordinal % places.count]
        let brand = words[ordinal * 7 % words.count] + words[ordinal / 29 * 11 % words.count]
        let trade = trades[ordinal / 3 % trades.count]
        switch ordinal % 100 {
        case 7: return "\(place)\(brand),\(trade)有限公司"
        case 31: return "\(place)“\(brand)”\(trade)有限公司"
        case 53: return "\(place)\"\(brand)\"\(trade)有限公司"
        case 71: return "\(place)\"\(brand)\",\(trade)分公司(筹)"
        default: return "\(place)\(brand)\(trade)\(endings[ordinal % endings.count])"
        }
    }

    private static let places = ["韶关市", "韶关市武江区", "韶关市浈江区", "乐昌市", "南雄市", "翁源县", "广州市", "深圳市", "郴州市"]
    private static let words = "金粤恒鑫宏德丰泰瑞华盛联创新天源海龙康达永兴美佳富诚和顺万".map(String.init)
    private static let trades = [
        "科技", "贸易", "建筑工程", "电子", "食品", "物流", "餐饮管理", "机械制造", "医药", "农业发展", "纺织", "环保工程", "物业管理",
    ]
    private static let endings = ["有限公司", "有限责任公司", "股份有限公司", "经营部", "商行", "服务中心"]
}

/// An employer as the insurance export names it.
struct Firm: Sendable {
    let creditCode: String
    let unitNumber: String
    let name: String
}
