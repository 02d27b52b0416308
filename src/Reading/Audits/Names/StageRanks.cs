using Luoshi.Reading.Claims;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Audits.Names;

/// <summary>The order of the steps of a piece of work: a survey comes before a start, a start before completion.</summary>
internal static class StageRanks
{
    /// <summary>No step is named: the count is of the work itself.</summary>
    public const int Unnamed = -1;

    public const int Start = 3;
    public const int Completion = 5;

    private static readonly string[] Order = ["survey", "approval", "contract", "start", "body", "completion", "use"];
    private static readonly string[] English = ["surveyed", "approved", "contracted", "started", "under construction", "completed", "in use"];
    private static readonly string[] Chinese = ["摸底选定", "立项审批", "签约", "开工", "主体施工", "完工", "投用"];
    private static readonly WordFinder Words = MakeFinder();

    public static string NameInChinese(int rank) => Chinese[rank];

    public static string NameInEnglish(int rank) => English[rank];

    /// <summary>The earliest step named by a claim's stage verb or indicator, or <see cref="Unnamed"/>.</summary>
    public static int Of(Claim claim)
    {
        var inIndicator = Earliest(claim.Indicator);
        if (claim.Stage is not { Length: > 0 } verb)
            return inIndicator;
        var inVerb = Earliest(verb);
        return inIndicator == Unnamed ? inVerb : inVerb == Unnamed ? inIndicator : Math.Min(inIndicator, inVerb);
    }

    /// <summary>
    /// True when the result counts an earlier step than the promise. A promise that names no step (改造, 建设, 实施) is one to finish;
    /// a step both name (家庭医生签约) is the promise's own.
    /// </summary>
    public static bool IsEarlier(Claim result, Claim promise)
    {
        var (done, due) = (Of(result), Of(promise));
        if (done == Unnamed)
            return false;
        return done < (due == Unnamed ? Completion : due);
    }

    /// <summary>The step word that starts at a place, or null.</summary>
    public static string? WordAt(ReadOnlySpan<char> text, int at) => Words.At(text, at, out _);

    public static int Earliest(ReadOnlySpan<char> text)
    {
        var best = Unnamed;
        for (var at = 0; at < text.Length; at++)
        {
            if (Words.At(text, at, out var rank) is not { } word)
                continue;
            if (best == Unnamed || rank < best)
                best = rank;
            at += word.Length - 1;
        }

        return best;
    }

    private static WordFinder MakeFinder()
    {
        var lists = WordFile.Load("stages");
        var groups = new (IEnumerable<string>, int)[Order.Length];
        for (var rank = 0; rank < Order.Length; rank++)
            groups[rank] = (lists[Order[rank]], rank);
        return new WordFinder(groups);
    }
}
