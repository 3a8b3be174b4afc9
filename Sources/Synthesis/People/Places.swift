import Roster

/// Where people live and register: the counties of Shaoguan by their real codes, towns by made-up names.
enum Places {
    /// County codes and the names of their offices.
    static let counties: [(code: Int, name: String)] = [
        (440203, "武江区"), (440204, "浈江区"), (440205, "曲江区"), (440222, "始兴县"), (440224, "仁化县"),
        (440229, "翁源县"), (440232, "乳源瑶族自治县"), (440233, "新丰县"), (440281, "乐昌市"), (440282, "南雄市"),
    ]

    /// Counties elsewhere from which people come.
    static let elsewhere = [
        440106, 440306, 440606, 441302, 441802, 441881, 431002, 431024, 360722, 360782, 450902, 420106, 510107,
    ]

    static let townsPerCounty = 11

    private static let stems = [
        "青石", "云溪", "白塘", "松岭", "新桥", "双坪", "龙口", "梅坑", "竹园", "石坝", "高陂", "古楼", "长岗", "河湾", "枫树",
        "金坪", "上洞", "柏木", "莲塘", "东田", "西岸", "茶亭", "水尾",
    ]

    /// The town with this ordinal, from 0 below `counties.count × townsPerCounty`.
    static func town(_ ordinal: Int) -> Town {
        let county = counties[ordinal / townsPerCounty]
        let number = ordinal % townsPerCounty
        let stem = stems[(ordinal / townsPerCounty * 5 + number) % stems.count]
        let kind = number < 3 ? "街道" : "镇"
        return Town(
            code: county.code * 1000 + (number < 3 ? 1 + number : 97 + number),
            name: stem + kind, agencyName: county.name + stem + kind + "公共服务中心")
    }

    static let townCount = counties.count * townsPerCounty
    static let towns = (0..<townCount).map(town)
}

/// A town or street office (镇街).
struct Town: Sendable {
    /// Nine digits: county and town.
    let code: Int
    let name: String
    let agencyName: String
    var county: Int { code / 1000 }
}
