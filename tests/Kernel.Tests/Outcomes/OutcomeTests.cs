using Luoshi.Kernel.Outcomes;

namespace Luoshi.Kernel.Tests.Outcomes;

public sealed class OutcomeTests
{
    private static readonly Refusal Encrypted = new("document.encrypted", "文件已加密", "the document is encrypted");

    [Fact]
    public void A_value_is_no_refusal()
    {
        Outcome<int> outcome = 7;
        outcome.IsOk.ShouldBeTrue();
        outcome.TryGet(out var value, out var refusal).ShouldBeTrue();
        value.ShouldBe(7);
        refusal.ShouldBeNull();
    }

    [Fact]
    public void A_refusal_has_no_value()
    {
        Outcome<int> outcome = Encrypted;
        outcome.IsOk.ShouldBeFalse();
        outcome.TryGet(out _, out var refusal).ShouldBeFalse();
        refusal.ShouldBe(Encrypted);
        Should.Throw<InvalidOperationException>(() => outcome.Value).Message.ShouldContain("document.encrypted");
    }
}
