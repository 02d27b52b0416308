using Luoshi.Kernel.Text;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Tests.Cleaning;

public sealed class CleanerTests
{
    [Theory]
    [InlineData("落實(shí)459項(xiàng)民生清單", "落实459项民生清单")]
    [InlineData("簽約2.64萬(wàn)人", "签约2.64万人")]
    [InlineData("簽約2.64萬（wàn）人", "签约2.64万人")]
    [InlineData("現(xia\u0300n)在", "现在")]
    [InlineData("綠(lu\u0308\u0300)化", "绿化")]
    public void Injected_pinyin_goes(string raw, string clean) => Cleaner.Clean(raw).Text.ShouldBe(clean);

    [Theory]
    [InlineData("试点基金(QDLP)落地")]
    [InlineData("采用政府和社会资本合作(PPP)模式")]
    [InlineData("里程(km)")]
    [InlineData("生产总值(GDP)")]
    [InlineData("琴岛(e)保")]
    [InlineData("拼音(nihao)")]
    [InlineData("(shí)")]
    public void Brackets_that_hold_no_syllable_behind_a_character_stay(string raw) => Cleaner.Clean(raw).Text.ShouldBe(raw);

    [Fact]
    public void A_syllable_without_tone_goes_only_where_the_text_has_marked_pinyin()
    {
        Cleaner.Clean("群眾們(men)關心").Text.ShouldBe("群众们(men)关心");
        Cleaner.Clean("群眾們(men)關心民生實(shí)事").Text.ShouldBe("群众们关心民生实事");
    }

    [Theory]
    [InlineData("嶗山區實事項目責任聯合審定", "崂山区实事项目责任联合审定")]
    [InlineData("乾隆年間乾燥，皇后後來瞭解瞭望塔", "乾隆年间干燥,皇后后来了解瞭望塔")]
    [InlineData("著力打造著名景區", "着力打造著名景区")]
    [InlineData("答覆代表，覆蓋全區", "答复代表,覆盖全区")]
    [InlineData("計畫與計劃", "计划与计划")]
    public void Traditional_characters_become_simplified_phrases_first(string raw, string clean) => Cleaner.Clean(raw).Text.ShouldBe(clean);

    [Theory]
    [InlineData("乾隆著作的瞭望台和于是")]
    [InlineData("著名的徵集活动")]
    public void Simplified_text_keeps_the_characters_both_scripts_use(string raw) => Cleaner.Clean(raw).Text.ShouldBe(raw);

    [Theory]
    [InlineData("９８．７％", "98.7%")]
    [InlineData("完成３万户（Ａ类）", "完成3万户(A类)")]
    [InlineData("１０：３０～１１：００", "10:30~11:00")]
    [InlineData("增长2.3％，下降1.1﹪", "增长2.3%,下降1.1%")]
    [InlineData("三产结构为1∶2；另有－3", "三产结构为1:2;另有-3")]
    [InlineData("「實事」", "“实事”")]
    public void Digits_letters_and_marks_get_one_form(string raw, string clean) => Cleaner.Clean(raw).Text.ShouldBe(clean);

    [Theory]
    [InlineData("项⽬⼈⼝", "项目人口")]
    [InlineData("⺠生 ⻋位", "民生 车位")]
    [InlineData("⾞位", "车位")]
    [InlineData("公路12㎞", "公路12km")]
    [InlineData("⒈加快 ㈠推进 ⑵落实", "1.加快 (一)推进 (2)落实")]
    [InlineData("面积3㎡①", "面积3㎡①")]
    public void Look_alikes_become_what_is_meant(string raw, string clean) => Cleaner.Clean(raw).Text.ShouldBe(clean);

    [Theory]
    [InlineData("受理38,426件", "受理38426件")]
    [InlineData("受理38，426件", "受理38426件")]
    [InlineData("１，２３４，５６７元", "1234567元")]
    [InlineData("投入11,032.5万元", "投入11032.5万元")]
    [InlineData("| 2,415 |", "| 2415 |")]
    public void Thousands_separators_go(string raw, string clean) => Cleaner.Clean(raw).Text.ShouldBe(clean);

    [Theory]
    [InlineData("分别为120,115,300件")]
    [InlineData("序号1,2,3")]
    [InlineData("2021,300件")]
    [InlineData("比重3.5,100件")]
    [InlineData("编号0,123")]
    [InlineData("1,234,56")]
    public void Commas_between_numbers_stay(string raw) => Cleaner.Clean(raw).Text.ShouldBe(raw);

    [Theory]
    [InlineData("努力办好教育 、就业 ，推进 。", "努力办好教育、就业,推进。")]
    [InlineData("完成 38 项", "完成38项")]
    [InlineData("服务 3 000 人", "服务3000人")]
    [InlineData("服务 1 234 567 人", "服务1234567人")]
    [InlineData("增长 12.5 %", "增长12.5%")]
    [InlineData("增长2. 64%", "增长2.64%")]
    [InlineData("1-4 月份投资增长 3 - 5 个百分点", "1-4月份投资增长3-5个百分点")]
    [InlineData("政 府 工 作 報 告", "政府工作报告")]
    [InlineData("重点项 目建设", "重点项目建设")]
    [InlineData("结合 “实事”活动 “ 就业", "结合“实事”活动“就业")]
    [InlineData("落\u200B实", "落实")]
    [InlineData("| 完成 38 项 | 4 000 户 |", "| 完成38项 | 4000户 |")]
    public void Stray_spaces_go(string raw, string clean) => Cleaner.Clean(raw).Text.ShouldBe(clean);

    [Theory]
    [InlineData("践初心 强担当 重实干")]
    [InlineData("各项 目标")]
    [InlineData("云栖区 860 742 86.3")]
    [InlineData("云栖区  120 115")]
    [InlineData("云栖区\t120 户")]
    [InlineData("2024-07-18 09:40 浏览 862")]
    [InlineData("办公室 2024-07-18")]
    [InlineData("2024-07-18 浏览")]
    [InlineData("云栖区 12.5 -3.2")]
    [InlineData("1. 5个项目")]
    [InlineData("| 1 | 2 |")]
    [InlineData("第一条　目的")]
    public void Spaces_that_part_words_and_columns_stay(string raw) => Cleaner.Clean(raw).Text.ShouldBe(raw);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_number_broken_over_a_line_end_is_joined(string end)
    {
        var raw = $"今年上半年全区完成固定资产投资12{end}34.5亿元，同比增长，消费品零售总额";
        var clean = Cleaner.Clean(raw);
        clean.Text.ShouldStartWith("今年上半年全区完成固定资产投资1234.5亿元");
        var at = clean.Text.IndexOf("1234.5亿元", StringComparison.Ordinal);
        clean.ToRaw(new SourceSpan(at, at + 8)).Of(raw).ShouldBe($"12{end}34.5亿元");
        clean.Repairs.ShouldHaveSingleItem().Kind.ShouldBe(RepairKind.LineJoined, raw);
    }

    [Theory]
    [InlineData("全县改造提升高标准农田2.8\n万亩，占年计划的70%。", "全县改造提升高标准农田2.8万亩")]
    [InlineData("农村居民人均可支配收入8,\n516元，增长6.4%。", "农村居民人均可支配收入8")]
    public void No_line_begins_with_a_magnitude_or_behind_the_comma_of_thousands(string raw, string begins)
    {
        var clean = Cleaner.Clean(raw);
        clean.Text.ShouldStartWith(begins);
        clean.Text.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("云栖区\n2.8\n万亩\n")]
    [InlineData("新增就业8,\n516年前的数")]
    [InlineData("今年上半年全区完成项目12,\n3456个")]
    [InlineData("云栖区\n860\n742\n86.3\n")]
    [InlineData("今年上半年全区完成固定资产投资项目累计12\n1.就业创业方面\n")]
    [InlineData("今年上半年全区完成固定资产投资项目累计12\n3\n")]
    public void Numbers_on_lines_of_their_own_stay_apart(string raw) => Cleaner.Clean(raw).Text.ShouldBe(raw);

    [Theory]
    [InlineData("支持科?？茝推广", "?？")]
    [InlineData("打造一里见山?！憋光", "?！")]
    [InlineData("启动三条?H、三条沟", "?")]
    [InlineData("改委\uFFFD牵头", "\uFFFD")]
    public void Lost_characters_stay_and_are_reported(string raw, string lost)
    {
        var clean = Cleaner.Clean(raw);
        var damage = clean.Repairs.ShouldHaveSingleItem();
        damage.Kind.ShouldBe(RepairKind.Damage);
        damage.Raw.Of(raw).ShouldBe(lost);
        clean.Text.Length.ShouldBe(raw.Length);
    }

    [Theory]
    [InlineData("聚焦&ldquo;十四五&rdquo;目标", "聚焦“十四五”目标", "&ldquo;")]
    [InlineData("完成率?ldquo;好于上年&rdquo;", "完成率“好于上年”", "?ldquo;")]
    [InlineData("1&mdash;4月&#12288;进展", "1—4月\u3000进展", "&mdash;")]
    public void Names_of_characters_are_decoded(string raw, string text, string first)
    {
        var clean = Cleaner.Clean(raw);
        clean.Text.ShouldBe(text);
        clean.Repairs.Select(r => r.Kind).Distinct().ShouldHaveSingleItem().ShouldBe(RepairKind.EntityDecoded);
        clean.Repairs[0].Raw.Of(raw).ShouldBe(first);
    }

    [Theory]
    [InlineData("R&D经费投入增长")]
    [InlineData("A&B;C")]
    [InlineData("末尾是&")]
    [InlineData("编码&#99999999;与&#xD800;")]
    public void A_sign_that_names_nothing_stays(string raw) => Cleaner.Clean(raw).Text.ShouldBe(raw);

    [Theory]
    [InlineData("实施30类,、533个项目,,总投资62亿元,。", "实施30类、533个项目,总投资62亿元。")]
    [InlineData("供需机会，，促成融资，、落地", "供需机会,促成融资、落地")]
    public void A_comma_in_front_of_another_mark_goes(string raw, string text)
    {
        var clean = Cleaner.Clean(raw);
        clean.Text.ShouldBe(text);
        clean.Repairs.ShouldAllBe(r => r.Kind == RepairKind.MarkRemoved);
    }

    [Theory]
    [InlineData("合计,,120")]
    [InlineData("云栖区,")]
    public void Empty_fields_between_commas_stay(string raw) => Cleaner.Clean(raw).Text.ShouldBe(raw);

    [Fact]
    public void Pinyin_whose_bracket_was_lost_with_its_character_goes()
    {
        var clean = Cleaner.Clean("我們在勇?lián)當中前行");
        clean.Text.ShouldBe("我们在勇?当中前行");
        clean.Repairs.Select(r => r.Kind).ShouldBe([RepairKind.Simplified, RepairKind.Damage, RepairKind.PinyinRemoved, RepairKind.Simplified]);
    }

    [Theory]
    [InlineData("进度如何?今年将推进", "进度如何？今年将推进")]
    [InlineData("怎么过才快乐?", "怎么过才快乐？")]
    [InlineData("“办了吗?”", "“办了吗？”")]
    public void Question_marks_are_no_damage(string raw, string clean)
    {
        var result = Cleaner.Clean(raw);
        result.Text.ShouldBe(clean);
        result.Repairs.ShouldBeEmpty();
    }

    [Fact]
    public void A_text_that_needs_nothing_is_the_same_string()
    {
        const string raw = "城镇新增就业18.44万人,占年计划的52.7%。\n老旧小区改造方面\n";
        Cleaner.Clean(raw).Text.ShouldBeSameAs(raw);
    }

    [Fact]
    public void Places_lead_back_to_the_raw_text()
    {
        const string raw = "嶗山區(qū)推出了４，５９0 項(xiàng)民生清單，簽約1.73萬(wàn)人";
        var clean = Cleaner.Clean(raw);
        clean.Text.ShouldBe("崂山区推出了4590项民生清单,签约1.73万人");
        RawOf("4590项").ShouldBe("４，５９0 項");
        RawOf("1.73万人").ShouldBe("1.73萬(wàn)人");
        RawOf("崂山区").ShouldBe("嶗山區");
        RawOf("民生清单").ShouldBe("民生清單");
        clean.ToRaw(clean.Text.Length).ShouldBe(raw.Length);

        string RawOf(string text)
        {
            var at = clean.Text.IndexOf(text, StringComparison.Ordinal);
            return clean.ToRaw(new SourceSpan(at, at + text.Length)).Of(raw);
        }
    }

    [Fact]
    public void A_character_that_becomes_several_keeps_its_place()
    {
        const string raw = "公路12㎞完工";
        var clean = Cleaner.Clean(raw);
        clean.ToRaw(new SourceSpan(2, 6)).Of(raw).ShouldBe("12㎞");
        clean.ToRaw(new SourceSpan(6, 8)).Of(raw).ShouldBe("完工");
    }
}
