using Luoshi.Kernel.Text;

namespace Luoshi.Kernel.Tests.Text;

public sealed class SourceSpanTests
{
    [Fact]
    public void The_end_is_outside()
    {
        var span = new SourceSpan(2, 5);
        span.Length.ShouldBe(3);
        span.Of("新增就业18人").ShouldBe("就业1");
        span.Contains(2).ShouldBeTrue();
        span.Contains(5).ShouldBeFalse();
    }

    [Fact]
    public void Spans_that_only_touch_do_not_overlap()
    {
        new SourceSpan(0, 3).Overlaps(new SourceSpan(3, 6)).ShouldBeFalse();
        new SourceSpan(0, 4).Overlaps(new SourceSpan(3, 6)).ShouldBeTrue();
    }

    [Fact]
    public void A_span_contains_itself_and_what_is_inside()
    {
        var span = new SourceSpan(2, 6);
        span.Contains(span).ShouldBeTrue();
        span.Contains(new SourceSpan(3, 6)).ShouldBeTrue();
        span.Contains(new SourceSpan(3, 7)).ShouldBeFalse();
    }

    [Fact]
    public void A_span_outside_its_text_is_a_fault() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SourceSpan(2, 9).Of("短句"));
}
