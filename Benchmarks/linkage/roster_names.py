"""What made-up names and numbers are drawn from: surnames, characters of given names, how names are misspelt, county codes."""
import numpy as np

SURNAMES = (
    "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 袁 潘 于 蒋 蔡 "
    "余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 "
    "龙 史 陶 黎 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戴 莫 孔 向 汤 欧 温 康 施 文 牛 樊 葛 邢 安 齐 易 乔 伍 庞 颜 倪 欧阳 庄 司徒"
).split()

EITHER = (
    "明文华金小海玉春建新林晓志云平红永国荣德世天成东祥光兴庆宝生福安宇子家一思佳雨泽欣清正学立元宏书仁义"
    "广庭心若可乐言之其中南北西江河川山阳星晨曦辰锦瑞景和昌顺利益全善良信达远博嘉诚恩慧敏颖彦哲贤亚朝"
    "冬秋夏冰雪燕青竹松柏梓桐杨树枫叶禾田水泉洋洪源润泓亦凡开先运"
)
MALE = (
    "伟强军勇杰涛磊波辉刚健峰俊飞鹏超浩斌龙健斌兵宁武凯亮健鑫毅振威胜彬旭坤康豪雄剑锋钢铁虎彪煌炎炳灿焕炜"
    "炫烨铭锐钊钧铨镇钦柱梁栋材权森根标楠楷桂发财贵富有才能良忠孝宪绍继承启培崇敬尚望岳岩岗峻巍翔腾骏驰"
    "骥勋卫民邦疆耀晖昊晟昱晗智睿轩然航帆舟宗祖耿卓越奇伦伯仲季叔士道修齐治"
)
FEMALE = (
    "丽芳娟英艳秀霞敏静燕玲梅兰娜洁琴萍莉丹凤珍婷芬莹雪琳晶倩香菊莲蓉薇蕾萱菲芸芝茜茹莎莺蓝蔓娇媛婉妮妍"
    "姗姣娥婵嫦娴嫣嬿巧爱惠淑贞贤珠珊珂珑琪琼瑛瑜瑶璐璇碧翠彩绮绣素纯丝缘霜露虹云月怡悦恬情愉忆念诗语"
    "韵歌音画凝冰清洁润涵汐沁淇湘滢漫珮佩银环钰柔美盈笑依倚伊"
)
DOTTED_FIRST = "阿依古丽 买买提 迪力木拉提 古丽娜尔 艾力 热依汗 阿不都 努尔江 塔依尔 玛依拉 巴哈尔 卡米力 祖丽皮亚 伊力亚 帕提古丽 萨比尔".split()
DOTTED_LAST = "买买提 艾山 吐尔逊 阿不力孜 热合曼 依明 艾则孜 肉孜 卡德尔 司马义 玉素甫 库尔班 赛买提 木合塔尔 阿吾提 尼亚孜".split()

SOUND_ALIKE = (
    "伟炜玮纬苇 丽莉俐利莅 芳方坊 军钧君均 强蔷墙 杰洁捷婕 涛韬滔 磊蕾垒 波博泊 辉晖徽 刚钢岗 健建剑键 峰锋枫丰 俊骏峻浚 鹏朋 浩昊皓 斌彬滨宾 "
    "龙隆 英瑛莹颖盈 秀绣 霞遐 敏闵 静靖婧 玲琳林霖 梅玫 兰岚蓝 娜那 琴芹勤 萍苹平 珍真贞 婷庭亭 芬纷 燕艳彦雁 晶菁精 倩茜 香湘祥翔 菊桔 莲连 明鸣铭 "
    "文雯 华桦 金锦今 海亥 玉钰育 春椿 新欣馨昕 志智治 云芸 红宏洪虹鸿 永勇咏 国帼 荣蓉容融 德得 世士仕 成诚程承 东冬 光广 庆清青卿 宝保 生声胜升 "
    "福富 安桉 宇雨羽 子梓紫 家佳嘉 思斯丝 泽择 元源媛圆 书舒 义艺亦毅益 心鑫 凯楷 振镇震 旭绪 坤昆 豪毫 根跟 森生 张章 陈程 徐许 吴武 余于 何和 黎李 "
    "肖萧 付傅 闫阎 邱丘 谭覃 姜江 魏卫 尹印"
).split()
LOOK_ALIKE = (
    "晴睛 荣莱 芬芥 燕蒸 丹舟 玉王 晶品 昊吴 天夫 末未 己已 士土 日曰 岚风 洁浩 莉荊 凤风 辰晨 宇字 学字 金全 元无 兴光 庆厌 冰水 林材 杨扬 汪江 "
    "周同 陆陈 田由 史吏 任仕 白自 石右 万方 毛手 于干 马鸟 侯候 崔雀 贾贯 龚龙"
).split()
VARIANTS = (
    "国國 华華 峰峯 云雲 杰傑 强強 丽麗 东東 刘劉 陈陳 黄黃 张張 杨楊 吴吳 孙孫 马馬 郑鄭 谢謝 许許 韩韓 冯馮 邓鄧 罗羅 叶葉 苏蘇 吕呂 卢盧 钟鍾 谭譚 陆陸 "
    "庆慶 荣榮 兰蘭 凤鳳 龙龍 鹏鵬 伟偉 军軍 晓曉 义義 宝寶 远遠 莹瑩 琼瓊 红紅 志誌 恩㤙 群羣"
).split()

HOME_COUNTIES = [440203, 440204, 440205, 440222, 440224, 440229, 440232, 440233, 440281, 440282]
OTHER_COUNTIES = [
    440103, 440104, 440105, 440106, 440111, 440112, 440304, 440305, 440306, 440307, 440402, 440514, 440605, 440606, 440703, 440781, 440882,
    440981, 441202, 441284, 441302, 441322, 441402, 441424, 441481, 441502, 441602, 441625, 441702, 441802, 441823, 441826, 441881, 441882,
    445102, 445202, 445302, 430503, 430626, 431003, 431024, 431081, 431102, 360702, 360722, 360735, 450102, 450305, 511303, 522622,
]


def falling(count, offset, power):
    """Weights that fall with the rank like a power of it, with sum 1."""
    weights = 1.0 / (np.arange(count) + offset) ** power
    return weights / weights.sum()


def surname_weights():
    """How frequent each surname is: the first 8 %, the last 0.2 %."""
    return falling(len(SURNAMES), 3.5, 1.0)


def given_characters(sex):
    """The characters of given names with their weights for men (1) or women (0)."""
    own, others = (MALE, FEMALE) if sex else (FEMALE, MALE)
    weights = {}
    for text, leaning in ((EITHER, 1.0), (own, 1.6), (others, 0.08)):
        for rank, character in enumerate(dict.fromkeys(text)):
            weights[character] = weights.get(character, 0) + leaning / (rank + 10) ** 0.9
    total = sum(weights.values())
    return np.array(list(weights)), np.array(list(weights.values())) / total


def county_weights(home=0.82):
    """All county codes and how frequent each is; most people are from the city's own."""
    codes = np.array(HOME_COUNTIES + OTHER_COUNTIES)
    return codes, np.concatenate([falling(len(HOME_COUNTIES), 4, 0.8) * home, falling(len(OTHER_COUNTIES), 8, 0.7) * (1 - home)])


def mistakable():
    """Each character with the characters that are taken for it."""
    others = {}
    for group in SOUND_ALIKE + LOOK_ALIKE + VARIANTS:
        for character in group:
            others.setdefault(character, []).extend(other for other in group if other != character)
    return others
