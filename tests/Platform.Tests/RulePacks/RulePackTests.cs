using Luoshi.Kernel.Places;
using Luoshi.Kernel.Rules;
using Luoshi.Platform.Calendars;
using Luoshi.Platform.RulePacks;

namespace Luoshi.Platform.Tests.RulePacks;

public sealed class RulePackTests
{
    private static readonly DateOnly Today = new(2026, 6, 30);
    private static readonly string General = CalendarFile.Shipped("data.rulepacks.general.json");

    [Fact]
    public void The_shipped_packs_load_and_the_nearest_division_decides()
    {
        var library = Library();

        library.InForce(DivisionCode.Parse("990102"), Today).Version.ShouldBe("990100@2025.1", "a district follows its city");
        library.InForce(DivisionCode.Parse("990100"), new DateOnly(2024, 12, 31)).Version.ShouldBe("general@2020.1", "before its own rules were in force");
        library.InForce(DivisionCode.Parse("370200"), Today).Version.ShouldBe("general@2020.1");
        library.Find("990100@2025.1").ShouldNotBeNull();
        library.Find("990100@2024.1").ShouldBeNull();
    }

    [Fact]
    public void A_later_edition_takes_over_on_its_day_and_the_earlier_one_can_still_be_found()
    {
        var old = Pack(General);
        var city = old with { Id = "c", Division = DivisionCode.Parse("990200") };
        var library = RulePackLibrary.Of([old, city with { Edition = "1", From = new DateOnly(2025, 1, 1) }, city with { Edition = "2", From = new DateOnly(2026, 7, 1) }]).Value;

        library.InForce(city.Division, new DateOnly(2026, 6, 30)).Edition.ShouldBe("1");
        library.InForce(city.Division, new DateOnly(2026, 7, 1)).Edition.ShouldBe("2");
        library.Find("c@1").ShouldNotBeNull();
    }

    [Fact]
    public void Escalation_is_read_and_said_in_plain_words()
    {
        var steps = Library().InForce(DivisionCode.Parse("990100"), Today).Escalation;

        steps.Select(step => (step.Behind, step.AlarmOnly)).ShouldBe([(2, false), (3, true)]);
        PlainRules.Escalation(Library().InForce(DivisionCode.Parse("990100"), Today))[1].Chinese
            .ShouldBe("连续 3 期红灯：书面说明原因并报分管领导，通知单位审批人、分管领导、督查办公室。");
        RulePackFile.Read(General.Replace("\"behind\": 2,", "\"behind\": 0, \"tel\": 1,"), "x").Refusal!.Chinese.ShouldContain("escalation[0].tel");
    }

    [Fact]
    public void Contradictory_sets_are_refused()
    {
        var pack = Pack(General);

        RulePackLibrary.Of([pack, pack]).Refusal!.Code.ShouldBe("rules.twice");
        RulePackLibrary.Of([pack, pack with { Edition = "x" }]).Refusal!.Code.ShouldBe("rules.overlap");
        RulePackLibrary.Of([pack with { Division = DivisionCode.Parse("990100") }]).Refusal!.Code.ShouldBe("rules.no_default");
    }

    [Fact]
    public void An_installation_adds_its_own_and_one_wrong_file_stops_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("rules").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "rulepacks"));
        File.WriteAllText(Path.Combine(folder, "rulepacks", "own.json"), General.Replace("\"general\"", "\"own\"").Replace("\"000000\"", "\"990200\""));
        RulePackLibrary.Load(folder).Value.InForce(DivisionCode.Parse("990201"), Today).Id.ShouldBe("own");

        File.WriteAllText(Path.Combine(folder, "rulepacks", "wrong.json"), "{");
        RulePackLibrary.Load(folder).Refusal!.Where.ShouldBe("wrong.json");
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("\"monthly\"", "\"monthyl\"", "reporting.cadence")]
    [InlineData("\"cutOffDay\": 28", "\"cutOffDay\": 32", "reporting.cutOffDay")]
    [InlineData("\"cutOffDay\": 28", "\"cutofday\": 28", "reporting.cutofday")]
    [InlineData("\"from\": \"2000-01-01\"", "\"from\": \"2000-13-01\"", "from")]
    [InlineData("\"division\": \"000000\"", "\"division\": \"99\"", "division")]
    [InlineData("\"atLeast\": -10,", "\"atLeast\": 10,", "assessment.bands[1]")]
    [InlineData("\"atLeast\": 5,", "", "assessment.bands[0]")]
    [InlineData("\"evenMonths\": 12", "\"evenMonths\": 0", "assessment.curve.evenMonths")]
    [InlineData("\"colour\": \"jade\"", "\"colour\": \"#00ff00\"", "lights.good.colour")]
    [InlineData("\"met\": {", "\"mett\": {", "progress.mett")]
    [InlineData("\"en\": \"category\"", "\"en\": \"\"", "levels[0].en")]
    [InlineData("\"percentDecimals\": 1", "\"percentDecimals\": 1.5", "assessment.percentDecimals")]
    public void A_fault_is_named_with_its_place(string right, string wrong, string place)
    {
        General.ShouldContain(right);

        var outcome = RulePackFile.Read(General.Replace(right, wrong), "local.json");

        outcome.Refusal!.Code.ShouldBe("rules.faults");
        outcome.Refusal.Chinese.ShouldContain(place);
        outcome.Refusal.English.ShouldContain("local.json");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"assessment\": 3, \"lights\": [], \"levels\": {}}")]
    public void Whatever_the_file_holds_it_is_refused_and_not_thrown(string json) => RulePackFile.Read(json, "x.json").IsOk.ShouldBeFalse();

    [Fact]
    public void The_rules_read_as_sentences_in_both_languages()
    {
        var city = Library().InForce(DivisionCode.Parse("990100"), Today);

        var judging = PlainRules.Assessment(city);
        judging[0].Chinese.ShouldBe("没有自己计划的指标按序时进度：第 3 个月末 15%，第 6 个月末 50%，第 9 个月末 80%，第 12 个月末 100%，其间按直线推算。");
        judging[1].Chinese.ShouldBe("为应完成数的 110%及以上：快于序时，绿灯。");
        judging[2].English.ShouldBe("of what was due, at least 90% and less than 110%: on schedule, green.");
        judging[4].Chinese.ShouldBe("为应完成数的 70%以下（不含）：慢于序时，红灯。");
        PlainRules.OnPage(PlainRules.Reporting(city)[0]).Chinese.ShouldBe("每月报送一次，20日截止。");
        PlainRules.OnPage(judging[1]).Chinese.ShouldBe("为应完成数的110%及以上：快于序时，绿灯。");
        PlainRules.Named(city).ShouldBe(new Words("海岳市实事督办规则（2025年1月1日起施行）", "Haiyue rules for chasing promises (in force from 1 January 2025)"));
        PlainRules.InForce(city with { Until = new DateOnly(2026, 12, 31) }).Chinese.ShouldBe("2025年1月1日起，至2026年12月31日止");
        PlainRules.Reporting(city)[0].Chinese.ShouldBe("每月报送一次， 20 日截止。");
        PlainRules.Assessment(Library().InForce(default, Today))[2].Chinese.ShouldBe("与序时进度相差 -10 个百分点以上（不含）、 +5 个百分点以下（不含）：按序时推进，绿灯。");
    }

    [Fact]
    public void Division_names_are_found_from_the_province_down()
    {
        var names = new DivisionNames();

        names.Count.ShouldBeGreaterThan(3000);
        names.FullName(DivisionCode.Parse("990102")).ShouldBe("海岳省（示例） 海岳市 云栖区");
        names.FullName(DivisionCode.Parse("370212")).ShouldBe("山东省 青岛市 崂山区");
        names.FullName(DivisionCode.Parse("110101")).ShouldBe("北京市 东城区");
        names.NameOf(DivisionCode.Parse("370299")).ShouldBeNull();
    }

    private static RulePackLibrary Library() => RulePackLibrary.Load(Path.Combine(Path.GetTempPath(), "no-such-folder")).Value;

    private static RulePack Pack(string json) => RulePackFile.Read(json, "x").Value;
}
