using Luoshi.Kernel.Time;
using Luoshi.Ledger.Overview.Units;
using Luoshi.Ledger.Pages;

namespace Luoshi.Ledger.Tests.Pages;

/// <summary>Which report the desk leads to: what was begun, then the month at hand, and a supplement of a month before only when that is handed in.</summary>
public sealed class NextReportTests
{
    private static readonly Period May = Period.OfMonth(2026, 5);
    private static readonly Period June = Period.OfMonth(2026, 6);
    private static readonly Guid Housing = Guid.NewGuid();
    private static readonly Guid Schools = Guid.NewGuid();

    [Theory]
    [InlineData((int)ReportStanding.NotReported, "2026-06", false)]
    [InlineData((int)ReportStanding.Correcting, "2026-06", false)]
    [InlineData((int)ReportStanding.Supplement, "2026-06", true)]
    [InlineData((int)ReportStanding.Submitted, "2026-05", true)]
    [InlineData((int)ReportStanding.UnitApproved, "2026-05", true)]
    [InlineData((int)ReportStanding.Accepted, "2026-05", true)]
    [InlineData((int)ReportStanding.Locked, "2026-05", true)]
    public void A_supplement_of_the_month_before_waits_until_the_month_at_hand_is_handed_in(int standing, string month, bool supplement) =>
        (Desk([], (Housing, (ReportStanding)standing)) with { Supplements = [new(Housing, "市住建局", May, 2)] }).Next.ShouldBe(new NextReport(Housing, Period.Parse(month), supplement));

    [Fact]
    public void A_report_of_an_earlier_month_that_was_begun_comes_first() =>
        (Desk([(Housing, May)], (Housing, ReportStanding.NotReported)) with { Supplements = [new(Housing, "市住建局", Period.OfMonth(2026, 4), 0)] }).Next.ShouldBe(new NextReport(Housing, May, Supplement: false));

    [Fact]
    public void Of_several_units_whose_reports_are_open_none_is_picked_and_no_supplement_instead() =>
        (Desk([], (Housing, ReportStanding.NotReported), (Schools, ReportStanding.Correcting)) with { Supplements = [new(Housing, "市住建局", May, 1)] }).Next.ShouldBeNull();

    [Fact]
    public void Where_all_is_handed_in_nothing_is_asked() => Desk([], (Housing, ReportStanding.Accepted)).Next.ShouldBeNull();

    private static HomeView Desk(IReadOnlyList<(Guid Unit, Period Month)> begun, params (Guid Unit, ReportStanding Standing)[] mine) => new()
    {
        Lists = [],
        Period = June,
        Rated = May,
        Burns = [],
        Mine = [.. mine.Select(m => new UnitLine(m.Unit, "单位", m.Standing, Since: null))],
        Begun = begun,
        Unsigned = [],
        Waiting = 0,
        IsOffice = false,
    };
}
