using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Matching;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Comparing;

/// <param name="Left">Key of the left statement.</param>
/// <param name="Right">Key of the right statement the answer is about.</param>
/// <param name="Instead">Another right statement that was chosen in its place, or null.</param>
/// <param name="Person">Who says so, where nobody is signed in.</param>
internal sealed record MatchAnswer(string Left, string Right, bool Same, string? Instead, string Person);

/// <summary>Remembers what people said of pairs, and tells it to the next comparison.</summary>
internal sealed class Decisions(LuoshiDb db, TimeProvider clock)
{
    public async Task<Decided> OfAsync(Side left, Side right, CancellationToken cancellation = default)
    {
        var keys = left.Statements.Concat(right.Statements).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        var all = await RowsAsync(keys, cancellation);
        var pairs = all.SelectMany(d => new[] { (Pair: (d.FirstKey, d.SecondKey), d.Same), (Pair: (d.SecondKey, d.FirstKey), d.Same) }).ToList();
        return new Decided(pairs.Where(p => p.Same).Select(p => p.Pair).ToHashSet(), pairs.Where(p => !p.Same).Select(p => p.Pair).ToHashSet());
    }

    public async Task<Outcome<int>> AnswerAsync(Comparison comparison, MatchAnswer answer, Actor? actor, CancellationToken cancellation = default)
    {
        var person = actor?.Name ?? answer.Person.Trim();
        if (person.Length == 0)
            return LedgerRefusals.Missing("person", "您的姓名", "your name");
        if (person.Length > MatchDecision.MaxPerson)
            return LedgerRefusals.TooLong("person", MatchDecision.MaxPerson);
        if (comparison.Find(answer.Left) is not { } left || comparison.Find(answer.Right) is not { } right || (answer.Instead is { Length: > 0 } other && comparison.Find(other) is null))
            return CompareRefusals.PairGone;
        var instead = answer.Instead is { Length: > 0 } chosen && chosen != answer.Right ? comparison.Find(chosen) : null;

        if (actor?.PostId is null && (await OfficialAsync(left, right, cancellation) || (instead is not null && await OfficialAsync(left, instead, cancellation))))
            return CompareRefusals.DecidedByOffice;

        db.Begin(LedgerProcesses.DecideMatch, actor ?? new Actor { Name = person });
        await KeepAsync(left, right, answer.Same && instead is null, person, actor?.PostId, cancellation);
        if (instead is not null)
            await KeepAsync(left, instead, same: true, person, actor?.PostId, cancellation);
        try
        {
            return await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            return LedgerRefusals.Conflict;
        }
    }

    private async Task<List<MatchDecision>> RowsAsync(HashSet<string> keys, CancellationToken cancellation)
    {
        var found = new List<MatchDecision>();
        foreach (var some in keys.Chunk(400))
            found.AddRange(await db.Set<MatchDecision>().AsNoTracking().Where(d => some.Contains(d.FirstKey)).ToListAsync(cancellation));
        return found.FindAll(d => keys.Contains(d.SecondKey));
    }

    /// <summary>Decided by somebody in office: no stranger's word goes over it.</summary>
    private Task<bool> OfficialAsync(Statement one, Statement other, CancellationToken cancellation)
    {
        var (first, second) = MatchDecision.Order(one.Key, other.Key);
        return db.Set<MatchDecision>().AnyAsync(d => d.FirstKey == first && d.SecondKey == second && d.ByPost != null, cancellation);
    }

    private async Task KeepAsync(Statement one, Statement other, bool same, string person, Guid? post, CancellationToken cancellation)
    {
        var (first, second) = MatchDecision.Order(one.Key, other.Key);
        var (a, b) = first == one.Key ? (one, other) : (other, one);
        var row = await db.Set<MatchDecision>().FirstOrDefaultAsync(d => d.FirstKey == first && d.SecondKey == second, cancellation);
        if (row is null)
        {
            row = new MatchDecision { FirstKey = first, SecondKey = second, FirstWords = Words(a), SecondWords = Words(b), Person = person };
            db.Add(row);
        }

        (row.Same, row.Person, row.ByPost, row.At) = (same, person, post, clock.GetUtcNow().UtcDateTime);
    }

    private static string Words(Statement statement)
    {
        var text = statement.Sentence.Length > 0 ? statement.Sentence : statement.Name;
        return text.Length <= MatchDecision.MaxWords ? text : text[..MatchDecision.MaxWords];
    }
}

internal static class CompareRefusals
{
    public static Refusal PairGone { get; } = new("compare.pair_gone", "这一对已不在对比结果中，可能原文被更正过。请刷新后再选。", "This pair is no longer in the comparison; the text may have been corrected. Refresh and choose again.");

    public static Refusal DecidedByOffice { get; } = new("compare.decided_by_office", "这一对已由督查机构认定，如有不同意见请向其反映。", "The office has decided this pair; if you see it otherwise, tell the office.");

    public static Refusal SideGone { get; } = new("compare.side_gone", "要对比的一方不存在，或您无权查看。请重新选择。", "One side does not exist or is not open to you. Choose again.");
}
