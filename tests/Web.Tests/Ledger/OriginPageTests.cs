namespace Luoshi.Web.Tests.Ledger;

public sealed class OriginPageTests
{
    [Fact]
    public async Task A_number_shows_the_photos_released_with_its_card_and_never_the_originals()
    {
        // A server of its own: the published card would be in the way of other tests.
        await using var server = new RunningServer();
        await server.InitializeAsync();
        var office = await SignedIn.AsAsync(server, "ducha");
        var list = (await office.OpenAsync("/ledger")).One("main a[href^='/ledger/lists/']").GetAttribute("href")!;
        var draft = await office.SubmitAsync(await office.OpenAsync(list), "form[action$='/cards']");
        var offered = draft.All("input[name=photo]").Select(i => i.GetAttribute("value")!).ToArray();
        offered.Length.ShouldBeGreaterThan(1);
        var chosen = await office.SubmitAsync(draft, "form[action$='/photos']", ("photo", offered[0]), ("alt-" + offered[0], "竣工后的现场"));
        var asked = await office.SubmitAsync(chosen, "form#card", ("action", "publish"));
        await office.SubmitAsync(asked, "form[action$='/publish']");
        using var citizen = new Visitor(server);
        var card = await citizen.OpenAsync($"/cards/{draft.Address.AbsolutePath[^36..]}");
        card.All("figure.card-photo img").Count.ShouldBe(1);

        var shown = 0;
        foreach (var href in card.All("main a[href*='/figures/']").Select(a => a.GetAttribute("href")!).Distinct(StringComparer.Ordinal))
        {
            var origin = await citizen.OpenAsync(href);
            var pictures = origin.All("main img");
            pictures.ShouldAllBe(i => i.GetAttribute("alt") == "竣工后的现场" && i.GetAttribute("src")!.StartsWith("/cards/", StringComparison.Ordinal));
            shown += pictures.Count;
            origin.All("main a[href*='/evidence'], main a[href*='/attachments']").ShouldBeEmpty();
            foreach (var content in offered)
                origin.Html.ShouldNotContain(content, customMessage: "the hash of an original is never part of a public answer");
        }

        shown.ShouldBe(1, "the number it was handed in for, and no other");
    }
}
