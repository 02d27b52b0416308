using System.Text;
using Luoshi.Reading.Audits;

namespace Luoshi.Reading.Tests.Audits;

/// <summary>Documents given together: a plan counts only for the place that promised it.</summary>
public sealed class OtherPlaceTests
{
    private static readonly ReadingResult Card = Read(
        "card.txt", "海岳市2026年民生实事上半年成绩单\n2026年7月15日\n截至6月底，各项进展如下：\n1. 老旧小区改造已完工172个，占年计划的86%。");

    [Fact]
    public void The_citys_own_list_gives_the_plan() =>
        PlanFrom("海岳市2026年民生实事清单\n1. 老旧小区改造完工180个。").ShouldBe(180m);

    [Fact]
    public void The_list_of_one_of_its_districts_does_not() =>
        PlanFrom("云栖区2026年民生实事清单\n1. 老旧小区改造完工42个。").ShouldBeNull();

    [Fact]
    public void A_list_that_names_no_place_does_not_where_the_percentage_denies_it() =>
        PlanFrom("一、主要任务\n1. 计划老旧小区改造完工180个。").ShouldBeNull();

    private static decimal? PlanFrom(string list) =>
        LuoshiReader.Audit([Card, Read("list.txt", list)])[0].Single(finding => finding.Relation == Relation.OfPlan).Plan;

    private static ReadingResult Read(string name, string text) => LuoshiReader.Read(Encoding.UTF8.GetBytes(text), name).Value;
}
