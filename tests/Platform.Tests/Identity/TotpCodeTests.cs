using System.Text;
using Luoshi.Platform.Identity.Totp;

namespace Luoshi.Platform.Tests.Identity;

public sealed class TotpCodeTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The table of RFC 6238, appendix B.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        TotpCode.At(Secret, TotpCode.StepOf(DateTime.UnixEpoch.AddSeconds(seconds)), digits: 8).ShouldBe(code);

    [Fact]
    public void A_clock_half_a_minute_off_is_forgiven_and_more_is_not()
    {
        var now = new DateTime(2026, 6, 30, 4, 0, 0, DateTimeKind.Utc);
        var code = TotpCode.At(Secret, TotpCode.StepOf(now));

        TotpCode.Find(Secret, code, now).ShouldBe(TotpCode.StepOf(now));
        TotpCode.Find(Secret, code[..3] + " " + code[3..], now).ShouldNotBeNull("authenticators print a gap");
        TotpCode.Find(Secret, code, now.AddSeconds(30)).ShouldNotBeNull();
        TotpCode.Find(Secret, code, now.AddSeconds(-30)).ShouldNotBeNull();
        TotpCode.Find(Secret, code, now.AddSeconds(90)).ShouldBeNull();
        TotpCode.Find(Secret, code, now.AddSeconds(-90)).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("１２３４５６")]
    [InlineData("abcdef")]
    public void What_is_no_code_is_refused(string code) =>
        TotpCode.Find(Secret, code, new DateTime(2026, 6, 30, 4, 0, 0, DateTimeKind.Utc)).ShouldBeNull();

    /// <summary>The vectors of RFC 4648, without the padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void The_key_is_shown_in_base_32(string text, string expected) => TotpCode.Base32(Encoding.ASCII.GetBytes(text)).ShouldBe(expected);
}
