using Luoshi.Platform.Identity.Passwords;

namespace Luoshi.Platform.Tests.Identity;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("今天下午三点开督查例会吧")]
    [InlineData("tuesdaymarket")]
    [InlineData("7391460258471")]
    public void Length_is_enough_and_no_mixture_is_asked_for(string password) => PasswordPolicy.Check(password, "yuewen").ShouldBeNull();

    [Theory]
    [InlineData("short", "identity.password_short")]
    [InlineData("九个汉字还不够长", "identity.password_short")]
    [InlineData("1234567890", "identity.password_common")]
    [InlineData("9876543210", "identity.password_common")]
    [InlineData("abcdefghijkl", "identity.password_common")]
    [InlineData("aaaaaaaaaaaa", "identity.password_common")]
    [InlineData("Password123!", "identity.password_common")]
    [InlineData("ＰＡＳＳＷＯＲＤ１２３４", "identity.password_common")]
    [InlineData("Admin@123456", "identity.password_common")]
    [InlineData("2026!qwertyuiop", "identity.password_common")]
    [InlineData("woaini1314520", "identity.password_common")]
    [InlineData("my name is yuewen", "identity.password_common")]
    public void What_others_would_try_first_is_refused(string password, string code) =>
        PasswordPolicy.Check(password, "yuewen")!.Code.ShouldBe(code);

    [Fact]
    public void An_endless_password_is_refused_before_it_is_hashed() =>
        PasswordPolicy.Check(new string('x', 100) + string.Concat(Enumerable.Range(0, 101).Select(i => (char)('a' + (i * 7 % 26)))), "u")!.Code.ShouldBe("identity.password_long");

    [Fact]
    public void A_made_up_password_passes_and_is_never_the_same()
    {
        var made = Enumerable.Range(0, 50).Select(_ => PasswordHashes.Generate()).ToList();

        made.ShouldAllBe(password => PasswordPolicy.Check(password, "yuewen") == null);
        made.Distinct().Count().ShouldBe(50);
    }
}
