using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Documents.Correct;

namespace Luoshi.Ledger.Tests.Documents;

public class TypedPlanTests
{
    [Theory]
    [InlineData("350000", 350000, null, Bound.Exact)]
    [InlineData("350,000", 350000, null, Bound.Exact)]
    [InlineData("３５", 35, null, Bound.Exact)]
    [InlineData("200以上", 200, null, Bound.AtLeast)]
    [InlineData("不少于 200", 200, null, Bound.AtLeast)]
    [InlineData("超过60", 60, null, Bound.MoreThan)]
    [InlineData("不超过9.5", 9.5, null, Bound.AtMost)]
    [InlineData("9以内", 9, null, Bound.AtMost)]
    [InlineData("低于4", 4, null, Bound.LessThan)]
    [InlineData("约30", 30, null, Bound.About)]
    [InlineData("30左右", 30, null, Bound.About)]
    [InlineData("13—17", 13, 17.0, Bound.Exact)]
    [InlineData("13-17", 13, 17.0, Bound.Exact)]
    [InlineData("13至17", 13, 17.0, Bound.Exact)]
    public void A_plan_is_read_as_it_is_meant_and_can_be_typed_again(string typed, double value, double? max, Bound bound)
    {
        var plan = TypedPlan.Parse(typed).ShouldNotBeNull();

        (plan.Value, plan.Max, plan.Bound).ShouldBe(((decimal)value, (decimal?)max, bound));
        TypedPlan.Parse(plan.ToString()).ShouldBe(plan);
    }

    [Theory]
    [InlineData("")]
    [InlineData("很多")]
    [InlineData("-5")]
    [InlineData("0")]
    [InlineData("17-13")]
    [InlineData("13-17-20")]
    [InlineData("约13-17")]
    public void What_is_no_plan_is_refused(string typed) => TypedPlan.Parse(typed).ShouldBeNull();
}
