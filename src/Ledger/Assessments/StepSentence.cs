namespace Luoshi.Ledger.Assessments;

/// <summary>Says of dated steps which are done, which is next and which is late.</summary>
internal static class StepSentence
{
    public static Words Of(Reckoning known, Assessment found)
    {
        if (known.Steps.Count == 0)
            return AssessmentSentence.Without(known, found.Progress);
        if (StepAssessor.Open(known) is not { } open)
            return AllDone(known);
        var late = known.On.DayNumber - open.Due.DayNumber;
        return late > 0 ? Late(known, open, late) : Next(known, open);
    }

    private static Words Late(Reckoning known, DatedStep open, int days) => new(
        $"“{open.Name}”应于{Days.Chinese(open.Due)}完成，{Days.ChineseAsOf(known.On)}未完成，已逾期{days}天。",
        $"\"{open.Name}\" was due on {Days.English(open.Due)} and is not done {Days.EnglishAsOf(known.On)}: {days} days late.");

    private static Words AllDone(Reckoning known)
    {
        var last = known.Steps.MaxBy(s => s.Done);
        var late = known.Steps.Where(s => s.Done > s.Due).ToArray();
        var sentence = new Words(
            $"“{last.Name}”已于{Days.Chinese(last.Done ?? known.On)}完成。",
            $"\"{last.Name}\" was done on {Days.English(last.Done ?? known.On)}.");
        return late.Length == 0
            ? sentence
            : sentence + new Words($"其中{late.Length}个节点晚于计划。", $"{late.Length} of {known.Steps.Count} steps came later than planned.");
    }

    private static Words Next(Reckoning known, DatedStep open)
    {
        var done = known.Steps.Count(s => s.Done <= known.On);
        return new Words(
            $"{known.Steps.Count}个节点已完成{done}个，下一节点“{open.Name}”应于{Days.Chinese(open.Due)}完成。",
            $"{done} of {known.Steps.Count} steps done; next is \"{open.Name}\", due on {Days.English(open.Due)}.");
    }
}
