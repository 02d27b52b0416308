using System.Buffers.Binary;
using System.Security.Cryptography;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Browser.Tests;

/// <summary>Passkeys with Chromium's own authenticator and one-time codes as a phone computes them.</summary>
public sealed class SignInJourneyTests(RunningServer server, Chromium chromium)
{
    private const string Password = "tuesday market 8";

    // An address of numbers cannot be the name a passkey belongs to.
    private string Home => $"http://localhost:{server.Address.Port}";

    [Fact]
    public async Task A_passkey_is_added_and_signs_in_without_name_or_password()
    {
        await CreateAsync("passkey-journey");
        await using var visit = await chromium.VisitAsync(server);
        var page = visit.Page;
        var cdp = await page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("WebAuthn.enable");
        await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await SignInAsync(page, "passkey-journey");

        await page.GotoAsync(Home + "/account");
        await page.Locator("button[data-passkey=add]").ClickAsync();
        await Expect(page.Locator("form[action*='/account/passkeys/']")).ToHaveCountAsync(1);
        await page.Locator("form[action='/sign-out'] button").ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
        await page.GotoAsync(Home + "/sign-in?to=/account");
        await page.Locator("button[data-passkey=sign-in]").ClickAsync();
        await page.WaitForURLAsync("**/account");
        await Expect(page.Locator("h1")).ToHaveTextAsync("我的账号");

        await page.Locator("form[action*='/account/passkeys/'] button").ClickAsync();
        await Expect(page.Locator("form[action*='/account/passkeys/']")).ToHaveCountAsync(0);
        await page.Locator("form[action='/sign-out'] button").ClickAsync();
        await page.GotoAsync(Home + "/sign-in");
        await page.Locator("button[data-passkey=sign-in]").ClickAsync();
        await Expect(page.Locator("[data-passkey-message]")).ToContainTextAsync("没有通过验证");
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_time_codes_are_set_up_by_the_key_on_the_page_and_asked_for_at_the_next_sign_in()
    {
        await CreateAsync("totp-journey");
        await using var visit = await chromium.VisitAsync(server, width: 390, script: false);
        var page = visit.Page;
        await SignInAsync(page, "totp-journey");

        await page.GotoAsync(Home + "/account/totp");
        (await page.Locator("main svg").CountAsync()).ShouldBeGreaterThan(0);
        var secret = FromBase32(await page.Locator(".facts code").InnerTextAsync());
        var first = Code(secret, DateTime.UtcNow);
        await page.Locator("[name=code]").FillAsync(first);
        await page.Locator("form[action='/account/totp'] button").ClickAsync();
        await page.WaitForURLAsync("**/account");
        await page.Locator("form[action='/sign-out'] button").ClickAsync();

        await SignInAsync(page, "totp-journey", expect: null);
        await Expect(page.Locator("h1")).ToHaveTextAsync("动态口令");
        await page.Locator("[name=code]").FillAsync(first);
        await page.Locator("form[action^='/sign-in/code'] button").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("已用过");
        // The next step's code is taken too, since clocks differ: no need to wait half a minute.
        await page.Locator("[name=code]").FillAsync(Code(secret, DateTime.UtcNow.AddSeconds(30)));
        await page.Locator("form[action^='/sign-in/code'] button").ClickAsync();
        await page.WaitForURLAsync("**/account");
        await Expect(page.Locator("h1")).ToHaveTextAsync("我的账号");
    }

    private async Task SignInAsync(IPage page, string name, string? expect = "**/account")
    {
        await page.GotoAsync(Home + "/sign-in?to=/account");
        await page.Locator("[name=name]").FillAsync(name);
        await page.Locator("[name=password]").FillAsync(Password);
        await page.Locator("form[action^='/sign-in'] button[type=submit]").First.ClickAsync();
        if (expect is not null)
            await page.WaitForURLAsync(expect);
    }

    private async Task CreateAsync(string name)
    {
        await using var scope = server.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().CreateAsync(name, "示例人员", "海岳市人民政府", Password, TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
    }

    private static byte[] FromBase32(string text)
    {
        var (bytes, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in text.Trim())
        {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal);
            if ((bits += 5) >= 8)
                bytes.Add((byte)(buffer >> (bits -= 8)));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }

    /// <summary>RFC 6238, written apart from the product's so that both cannot be wrong alike.</summary>
    private static string Code(byte[] secret, DateTime at)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, new DateTimeOffset(at).ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard says SHA-1.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue) % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }
}
