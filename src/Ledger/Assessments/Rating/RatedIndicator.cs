using Luoshi.Ledger.Assessments.Strips;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>What the rule found of one indicator for a period, with what it was found from.</summary>
/// <param name="Level">How far the number has been checked. Whoever verifies a number says so on its rating too, so the print leaves it out.</param>
internal readonly record struct RatedIndicator(Guid? Unit, IndicatorRecord Record, Assessment Found, Verification Level)
{
    /// <summary>Indicator and print, one after the other.</summary>
    public const int EntryLength = 16 + Print.Length;

    public decimal? OfOriginal => Record.OfOriginal(Found.Known.Actual);

    /// <summary>
    /// Sixteen bytes that differ when anything differs that a stored row says: its numbers, and what its sentence is made of.
    /// </summary>
    public void WriteEntry(Span<byte> entry)
    {
        Record.Indicator.TryWriteBytes(entry);
        var print = new Print();
        print.Add(Found.Known.Actual);
        print.Add(Found.OfPlan?.Value);
        print.Add(Found.OfPromise?.Value);
        print.Add(OfOriginal);
        print.Add(Found.Due?.Value);
        print.Add(Found.Gap);
        print.Add(Found.Reached?.Value);
        print.Add(((int)Found.Progress << 16) | ((int)Found.Light << 8) | (Found.Overdue ? 1 : 0) | (Record.IsRated ? 2 : 0));
        print.Add(Found.Known.Promised?.Value);
        print.Add((int?)Found.Known.Promised?.Bound ?? -1);
        print.Add(Found.Known.WorkingPlan);
        print.Add(Record.Baseline);
        print.Add(Record.Unit.Power);
        print.Add(((int)Record.Kind << 8) | (int)Record.Direction);
        print.Add(Found.Known.Deadline?.DayNumber ?? -1);
        print.Add(Record.Unit.Unit);
        print.Add(Found.RulesVersion);
        foreach (var step in Record.Steps)
        {
            print.Add(step.Name);
            print.Add(step.Due.DayNumber);
            print.Add(step.Done?.DayNumber ?? -1);
        }

        print.Write(entry[16..]);
    }
}
