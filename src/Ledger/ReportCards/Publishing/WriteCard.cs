using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards.Curves;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.ReportCards.Publishing;

/// <summary>The numbers a card was generated from, as they are stored with it.</summary>
internal static class CardFigures
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string ToJson(IReadOnlyList<ExpectedNumber> numbers) => JsonSerializer.Serialize(numbers, Options);

    public static IReadOnlyList<ExpectedNumber> FromJson(string json) => JsonSerializer.Deserialize<List<ExpectedNumber>>(json, Options) ?? [];
}

/// <summary>Generates a card from the ledger. A draft of the same period is written anew; a published one is left and gets a successor.</summary>
internal sealed class WriteCard(LuoshiDb db, CardSources sources, CardCurves curves, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(Guid listId, Period period, AssessmentRules rules, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId, cancellation) is not { } list)
            return LedgerRefusals.NotFound;
        var source = await sources.OfAsync(list, period, rules, cancellation);
        var text = CardWriter.Write(source);
        var figures = CardFigures.ToJson(CardGate.Expect(text, source.Items));
        var end = period.LastDay;
        var card = await db.Set<Card>().FirstOrDefaultAsync(c => c.ListId == listId && c.PeriodEnd == end && c.State == CardState.Draft && c.Period == period, cancellation);
        db.Begin(LedgerProcesses.WriteCard, acting.Actor);
        if (card is null)
        {
            card = new Card { ListId = listId, Period = period, PeriodEnd = end, Title = text.Title, Generated = "", Text = "", Figures = "", RulesVersion = rules.Version };
            db.Add(card);
        }

        card.Curves = CardCurve.ToJson(await curves.OfAsync(list, period, rules, cancellation));
        (card.Title, card.Generated, card.Text, card.Figures) = (text.Title, text.Plain, text.Plain, figures);
        (card.RulesVersion, card.GeneratedAt) = (rules.Version, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellation);
        return card.Id;
    }
}

/// <summary>A person changes the words. What was generated stays beside it.</summary>
internal sealed class EditCard(LuoshiDb db)
{
    public const int LongestText = 200_000;

    public async Task<Outcome<Card>> RunAsync(Guid id, int seenVersion, string text, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (text.Length > LongestText)
            return LedgerRefusals.TooLong("text", LongestText);
        if (await db.Set<Card>().FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { State: CardState.Draft } card)
            return LedgerRefusals.NotFound;
        if (card.RowVersion != seenVersion)
            return LedgerRefusals.Conflict;
        db.Begin(LedgerProcesses.EditCard, acting.Actor);
        card.Text = text.ReplaceLineEndings("\n").Trim();
        try
        {
            await db.SaveChangesAsync(cancellation);
            return card;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LedgerRefusals.Conflict;
        }
    }
}

/// <summary>Opens the gate: a card goes out only when it reads back to the ledger's figures and all its arithmetic closes.</summary>
internal sealed class PublishCard(LuoshiDb db, TimeProvider clock)
{
    public async Task<Outcome<Card>> RunAsync(Guid id, int seenVersion, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<Card>().FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { State: CardState.Draft } card)
            return LedgerRefusals.NotFound;
        if (card.RowVersion != seenVersion)
            return LedgerRefusals.Conflict;
        var problems = CardGate.Check(card.Text, CardFigures.FromJson(card.Figures), card.Generated);
        if (problems.Count > 0)
            return new Refusal(problems[0].Code, $"有{problems.Count}处未通过核对，不能发布。{problems[0].Message.Chinese}", $"{problems.Count} places did not pass the check. {problems[0].Message.English}");
        db.Begin(LedgerProcesses.PublishCard, acting.Actor);
        foreach (var older in await db.Set<Card>().Where(c => c.ListId == card.ListId && c.Period == card.Period && c.State == CardState.Published).ToListAsync(cancellation))
            older.State = CardState.Replaced;
        card.State = CardState.Published;
        (card.PublishedAt, card.PublishedByPost) = (clock.GetUtcNow().UtcDateTime, acting.Actor.PostId);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return card;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LedgerRefusals.Conflict;
        }
    }
}
