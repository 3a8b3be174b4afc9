/// Made-up names from lists of surnames and given-name characters.
enum Names {
    /// The name with this ordinal; any ordinal has one. About one in `rareness` is a name of a minority with dots or holds
    /// a character that many systems can't write.
    static func name(_ ordinal: Int, rareness: Int = 400) -> String {
        var dice = Dice(0x6E61_6D65, ordinal, for: .profile)
        guard dice.below(rareness) > 0 else { return dice.pick(uncommon) }
        let surname = dice.chance(0.02) ? dice.pick(compound) : surnames[skewed(&dice)]
        let first = given[dice.below(given.count)]
        guard dice.chance(0.78) else { return surname + first }
        return surname + first + given[dice.below(given.count)]
    }

    /// Another given name under the same surname: somebody else.
    static func different(from name: String) -> String {
        let last = name.last.map(String.init) ?? ""
        return String(name.dropLast()) + (last == "凤" ? "虎" : "凤") + "仪"
    }

    private static func skewed(_ dice: inout Dice) -> Int {
        min(dice.below(surnames.count), dice.below(surnames.count))
    }

    private static let surnames: [String] = {
        let common = "李王张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅"
        let scarce = "钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔蓝詹温甯"
        return (common + scarce).map(String.init)
    }()

    private static let compound = ["欧阳", "司徒", "上官", "诸葛", "司马", "东方", "皇甫", "尉迟"]

    private static let given: [String] = {
        let plain = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉萍红鹏建华国文志海春梅燕玲宇浩凯秋云飞俊辉健斌波宁雪琴晓东婷"
        let newer = "林峰雯慧佳欣怡嘉豪子轩梓涵思远家乐永福金水木生根荣贵昌盛发祥瑞安康群晋温淼喆堃昇渺哲坤升"
        return (plain + newer).map(String.init)
    }()

    private static let uncommon = [
        "阿依古丽·买买提", "古丽努尔·艾合买提", "阿迪力·吐尔逊", "热依汗·玉素甫", "扎西·次仁", "格桑·卓玛", "李䶮", "陈䶮华", "𠮷建国", "王𠮷",
        "张㛃", "刘㛃怡", "周喆䶮", "努尔兰·哈力别克",
    ]
}
