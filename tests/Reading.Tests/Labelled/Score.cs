namespace Luoshi.Reading.Tests.Labelled;

/// <summary>Counts over one or many documents; the rules are those of the folder's README.</summary>
internal sealed class Score
{
    private int wanted;
    private int read;
    private int found;
    private int right;

    /// <summary>What was missed, invented or wrong, one line each.</summary>
    public List<string> Errors { get; } = [];

    public double FoundF1 => F1(found);

    /// <summary>Figures found with stance, measure and indicator right; rows found with plan, percent and verdict right.</summary>
    public double RightF1 => F1(right);

    public void Add(Score other)
    {
        (wanted, read, found, right) = (wanted + other.wanted, read + other.read, found + other.found, right + other.right);
        Errors.AddRange(other.Errors);
    }

    public static Score OfFigures(string document, IReadOnlyList<LabelledFigure> labels, IReadOnlyList<LabelledFigure> readings)
    {
        var paired = Pairing<LabelledFigure>.Of(labels, readings, figure => (figure.Line, figure.Value, figure.Unit));
        var score = new Score();
        foreach (var (label, reading) in paired.Pairs.Where(pair => !pair.Label.Optional))
        {
            score.Count(reading is not null, reading?.SameClaim(label) == true);
            if (reading is null)
                score.Errors.Add($"{document} missed {label}");
            else if (reading.Differences(label).ToList() is { Count: > 0 } differences)
                score.Errors.Add($"{document} wrong {label}: {string.Join("; ", differences)}");
        }

        foreach (var reading in paired.Extra.Where(reading => !reading.Optional))
            score.Invented($"{document} invented {reading}");
        return score;
    }

    public static Score OfRows(string document, IReadOnlyList<LabelledRow> labels, IReadOnlyList<LabelledRow> readings)
    {
        var paired = Pairing<LabelledRow>.Of(labels, readings, row => (row.Line, row.Actual, row.Unit));
        var score = new Score();
        foreach (var (label, reading) in paired.Pairs.Where(pair => !pair.Label.Optional))
        {
            var same = reading is not null && SameRow(label, reading);
            score.Count(reading is not null, same);
            if (!same)
                score.Errors.Add($"{document} row {label} {(reading is null ? "missed" : $"read as {reading}")}");
        }

        foreach (var reading in paired.Extra)
            score.Invented($"{document} invented row {reading}");
        return score;
    }

    public override string ToString() => FormattableString.Invariant($"{wanted,5} wanted {read,5} read  found F1 {FoundF1:0.000}  right F1 {RightF1:0.000}");

    private static bool SameRow(LabelledRow label, LabelledRow reading) =>
        SamePlan(label, reading) && label.Verdict == reading.Verdict && (label.Percent is null || label.Percent == reading.Percent);

    // Printed plans to the digit, implied ones within 1 %: a planner's round number can be guessed, not proved.
    private static bool SamePlan(LabelledRow label, LabelledRow reading)
    {
        if (label.Plan is not null || reading.Plan is not null)
            return label.Plan == reading.Plan;
        return label.ImpliedPlan is not { } implied || (reading.ImpliedPlan is { } other && Math.Abs(implied - other) <= 0.01m * implied);
    }

    private void Count(bool isFound, bool isRight)
    {
        wanted++;
        read += isFound ? 1 : 0;
        found += isFound ? 1 : 0;
        right += isRight ? 1 : 0;
    }

    private void Invented(string error)
    {
        read++;
        Errors.Add(error);
    }

    private double F1(int hits) => wanted + read == 0 ? 1 : 2.0 * hits / (wanted + read);
}
