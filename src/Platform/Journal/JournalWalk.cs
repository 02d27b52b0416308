namespace Luoshi.Platform.Journal;

/// <summary>The state of one verification as it goes from seal to seal.</summary>
internal sealed class JournalWalk(IReadOnlyDictionary<DateOnly, string> published)
{
    private readonly List<JournalFault> faults = [];
    private long expected = 1;
    private string previous = JournalHash.Start;
    private long processes;

    public void Take(JournalSeal seal, List<JournalProcess> rows)
    {
        for (; expected < seal.Number; expected++)
            Add(JournalFaultKind.Missing, expected, position: null, process: null, $"第 {expected} 批封存记录缺失", $"seal {expected} is missing");
        if (seal.Previous != previous)
            Add(JournalFaultKind.BrokenChain, seal.Number, position: null, process: null, $"第 {seal.Number} 批与上一批不衔接", $"seal {seal.Number} does not follow the one before");
        Rows(seal, rows);
        var content = JournalHash.OfContent(rows.Select(row => row.Hash ?? ""));
        if (content != seal.Content || seal.Hash != JournalHash.OfSeal(seal.Number, seal.Count, seal.SealedAt, seal.Day, seal.Previous, seal.Content))
            Add(JournalFaultKind.Altered, seal.Number, position: null, process: null, $"第 {seal.Number} 批的封存值与内容不符", $"seal {seal.Number} does not match its content");
        previous = seal.Hash;
        expected = seal.Number + 1;
        processes += rows.Count;
    }

    public void Stranger(long batch, int? position, Guid process, long last) => Add(
        JournalFaultKind.Inserted,
        batch,
        position,
        process,
        $"记录自称属于第 {batch} 批，而该批未曾封存（最后一批为第 {last} 批）",
        $"a row claims batch {batch}, which was never sealed (the last is {last})");

    public JournalReport Finish(List<JournalSeal> seals, long unsealed)
    {
        var roots = seals.GroupBy(seal => seal.Day).ToDictionary(day => day.Key, day => day.MaxBy(seal => seal.Number)!.Hash);
        foreach (var (day, root) in published)
        {
            if (!string.Equals(roots.GetValueOrDefault(day), root, StringComparison.OrdinalIgnoreCase))
                Add(JournalFaultKind.WrongRoot, batch: 0, position: null, process: null, $"{day:yyyy-MM-dd} 的日根与公布值不符", $"the root of {day:yyyy-MM-dd} is not the published one");
        }

        return new JournalReport { Batches = seals.Count, Processes = processes, Unsealed = unsealed, Head = previous, Faults = faults };
    }

    private void Rows(JournalSeal seal, List<JournalProcess> rows)
    {
        var position = 1;
        foreach (var row in rows)
        {
            if (row.Position is not { } claimed || claimed < position || claimed > seal.Count)
            {
                Add(JournalFaultKind.Inserted, seal.Number, row.Position, row.Id, $"第 {seal.Number} 批多出一条记录", $"a row was added to batch {seal.Number}");
                continue;
            }

            for (; position < claimed; position++)
                Missing(seal, position);
            if (row.Hash != JournalHash.Of(row))
                Add(JournalFaultKind.Altered, seal.Number, claimed, row.Id, $"第 {seal.Number} 批第 {claimed} 条被改动", $"row {claimed} of batch {seal.Number} was altered");
            position++;
        }

        for (; position <= seal.Count; position++)
            Missing(seal, position);
    }

    private void Missing(JournalSeal seal, int position) =>
        Add(JournalFaultKind.Missing, seal.Number, position, process: null, $"第 {seal.Number} 批第 {position} 条缺失", $"row {position} of batch {seal.Number} is missing");

    private void Add(JournalFaultKind kind, long batch, int? position, Guid? process, string chinese, string english) =>
        faults.Add(new JournalFault(kind, batch, position, process, chinese, english));
}
