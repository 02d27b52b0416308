using Luoshi.Ledger.Approvals;

namespace Luoshi.Ledger.Tests.Approvals;

public class ReportFlowTests
{
    private static readonly DateTime Start = new(2025, 7, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Signatory Clerk = Somebody();
    private static readonly Signatory Leader = Somebody();
    private static readonly Signatory Officer = Somebody();

    private static Signatory Somebody() => new(Guid.NewGuid(), Guid.NewGuid());

    private static ReportPaper Play(params (ReportAction Action, Hand Hand, Signatory Who)[] steps) =>
        steps.Aggregate(new ReportPaper(), (paper, step) => paper.Try(step.Action, step.Hand, step.Who, Start, "数据有误").Value);

    private static ReportPaper Submitted => Play((ReportAction.Submit, Hand.Reporter, Clerk));

    private static ReportPaper Approved => Play((ReportAction.Submit, Hand.Reporter, Clerk), (ReportAction.Approve, Hand.UnitLeader, Leader));

    private static ReportPaper Locked => Play(
        (ReportAction.Submit, Hand.Reporter, Clerk),
        (ReportAction.Approve, Hand.UnitLeader, Leader),
        (ReportAction.Accept, Hand.Office, Officer),
        (ReportAction.Lock, Hand.Office, Officer));

    [Fact]
    public void A_report_goes_from_reporter_to_leader_to_office()
    {
        Locked.State.ShouldBe(ReportState.Locked);
        (Locked.Reporter, Locked.Approver, Locked.Accepter).ShouldBe((Clerk, Leader, Officer));
    }

    [Fact]
    public void Nobody_approves_their_own_report_even_from_another_post()
    {
        var otherPost = Clerk with { Post = Guid.NewGuid() };

        Submitted.Try(ReportAction.Approve, Hand.UnitLeader, otherPost, Start).Refusal.ShouldNotBeNull().Code.ShouldBe("approval.own_report");
        Approved.Try(ReportAction.Accept, Hand.Office, otherPost, Start).Refusal.ShouldNotBeNull().Code.ShouldBe("approval.own_signature");
        Approved.Try(ReportAction.Accept, Hand.Office, Leader, Start).Refusal.ShouldNotBeNull().Code.ShouldBe("approval.own_signature");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_return_needs_a_reason(string? reason) =>
        Submitted.Try(ReportAction.Return, Hand.UnitLeader, Leader, Start, reason).Refusal.ShouldNotBeNull().Code.ShouldBe("approval.reason_needed");

    [Fact]
    public void A_returned_report_loses_its_signatures_and_keeps_the_reason()
    {
        var back = Approved.Try(ReportAction.Return, Hand.Office, Officer, Start, "佐证材料缺失").Value;

        back.State.ShouldBe(ReportState.Draft);
        back.Approver.ShouldBeNull();
        back.Reason.ShouldBe("佐证材料缺失");
    }

    [Fact]
    public void Only_the_post_that_signed_takes_a_signature_back()
    {
        Submitted.Try(ReportAction.Withdraw, Hand.Reporter, Somebody(), Start).Refusal.ShouldNotBeNull().Code.ShouldBe("approval.not_yours");
        Submitted.Try(ReportAction.Withdraw, Hand.Reporter, Clerk, Start).Value.State.ShouldBe(ReportState.Draft);
    }

    [Fact]
    public void A_correction_opens_the_next_version_and_carries_no_old_signature()
    {
        var corrected = Locked.Try(ReportAction.Correct, Hand.Office, Officer, Start, "区级重复统计").Value;

        corrected.Version.ShouldBe(2);
        corrected.State.ShouldBe(ReportState.Draft);
        corrected.Approver.ShouldBeNull();
        corrected.Accepter.ShouldBeNull();
    }

    [Fact]
    public void A_supplement_opens_beside_what_was_accepted_and_only_it_can_be_widened()
    {
        var accepted = Play((ReportAction.Submit, Hand.Reporter, Clerk), (ReportAction.Approve, Hand.UnitLeader, Leader), (ReportAction.Accept, Hand.Office, Officer));
        foreach (var signed in new[] { accepted, Locked })
        {
            var supplement = signed.Try(ReportAction.Supplement, Hand.Reporter, Clerk, Start).Value;
            (supplement.Version, supplement.Supplement, supplement.State, supplement.Approver).ShouldBe((2, true, ReportState.Draft, null));
            supplement.Try(ReportAction.Correct, Hand.Reporter, Clerk, Start, "原数有误").Value.Supplement.ShouldBeFalse();
            signed.Behind(Start).State.ShouldBe(ReportState.Locked);
        }

        new ReportPaper().Try(ReportAction.Correct, Hand.Reporter, Clerk, Start, "原数有误").Refusal.ShouldNotBeNull().Code.ShouldBe("approval.not_now");
        Submitted.Try(ReportAction.Supplement, Hand.Reporter, Clerk, Start).IsOk.ShouldBeFalse();
        Locked.Try(ReportAction.Supplement, Hand.Office, Officer, Start).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void A_refusal_says_what_state_the_report_is_in() =>
        Locked.Try(ReportAction.Return, Hand.Office, Officer, Start, "x").Refusal.ShouldNotBeNull().Chinese.ShouldBe("报告目前为“已锁定”，不能退回。");

    [Fact]
    public void It_is_known_who_holds_a_report_and_since_when()
    {
        ReportFlow.WaitsFor(Submitted.State).ShouldBe(Hand.UnitLeader);
        ReportFlow.WaitsFor(Approved.State).ShouldBe(Hand.Office);
        ReportFlow.WaitsFor(Locked.State).ShouldBeNull();
        Approved.Since.ShouldBe(Start);
    }
}
