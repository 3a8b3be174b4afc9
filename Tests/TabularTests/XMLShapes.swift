@testable import Tabular

/// The three shapes in which the same made-up families arrive, and what they hold.
enum XMLShapes {
    static let layout = XMLLayout(
        recordPaths: [["低保名册", "家庭", "成员"], ["LowIncome", "Family", "Member"]],
        columns: [
            ["@统计月份", "@month"],
            ["家庭/@类别", "Family/@type"],
            ["家庭/成员/姓名", "家庭/成员/@name", "Family/Member/@name"],
            ["家庭/成员/证件号码", "Family/Member/@idcard"],
            ["家庭/成员/健康状况", "Family/Member/@health"],
        ])

    static let rows = [
        ["202610", "城市低保", "欧阳海", "440201196001011234", "良好"],
        ["202610", "城市低保", "李 & 梅", "", "a<b"],
        ["202610", "农村低保", "㙓一", "4402**********123X", ""],
    ]

    static let plain = """
        <?xml version="1.0" encoding="UTF-8"?>
        <低保名册 统计月份="202610" 单位="某市民政局">
          <家庭 编号="1" 类别="城市低保" 户主="不用的">
            <成员>
              <姓名> 欧阳海
              </姓名><证件号码>440201196001011234</证件号码><性别>女</性别><健康状况>良好</健康状况>
            </成员>
            <成员><姓名>李 &amp; 梅</姓名><备注>旧<b>粗</b>文</备注><健康状况>a<![CDATA[<]]>b</健康状况></成员>
          </家庭>
          <!-- <成员> in a comment is no record -->
          <家庭 类别='农村低保'><成员><姓名><![CDATA[㙓一]]></姓名><证件号码>4402**********123&#88;</证件号码></成员></家庭>
        </低保名册>

        """

    static var prefixed: String {
        var text = plain.replacing("<低保名册 ", with: "<mz:低保名册 xmlns:mz=\"urn:x:mz\" ")
        for name in ["家庭", "成员", "姓名", "证件号码", "健康状况", "低保名册"] {
            text = text.replacing("<\(name)", with: "<mz:\(name)").replacing("</\(name)", with: "</mz:\(name)")
        }
        return text
    }

    static let attributes = """
        <?xml version='1.0' encoding='GB18030' standalone="yes"?>
        <LowIncome month="202610" unit="某市">
        <Family id="1" type="城市低保">
          <Member name="欧阳海"
             idcard="440201196001011234" sex="女" health="良好"/>
          <Member name="李 &amp; 梅" health="a&lt;b"></Member>
        </Family><Family type="农村低保"><Member idcard="4402**********123X" name="㙓一"/></Family>
        </LowIncome>
        """
}
