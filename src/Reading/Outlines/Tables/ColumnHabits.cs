namespace Luoshi.Reading.Outlines.Tables;

/// <summary>How the numbers of each column are printed in the rows that lost no cell: with how many decimals, with the sign of percentages or without.</summary>
internal sealed class ColumnHabits
{
    private const int OtherSign = -6;
    private const int Rarely = 4;
    private const int NoFraction = -4;

    private readonly Habit[] habits;

    public ColumnHabits(int width, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        habits = new Habit[width];
        foreach (var row in rows)
        {
            for (var i = 0; i < width && row.Count == width; i++)
            {
                if (CellText.TryValue(row[i], out _, out var decimals))
                    habits[i] = habits[i].With(decimals, IsSigned(row[i]));
            }
        }
    }

    /// <summary>How well a number stands in a column: as the others there are printed, or as hardly any is.</summary>
    public int Suits(int column, string cell, int decimals)
    {
        var habit = habits[column];
        if (habit.Numbers == 0)
            return 0;
        // 75% in a column of counts, or 75 in one where all others have their sign.
        var score = habit.Numbers > 1 && habit.Signs == (IsSigned(cell) ? 0 : habit.Numbers) ? OtherSign : 0;
        // One 1,734.5 among many whole counts makes 78.3 no count.
        if (habit.Numbers >= Rarely && habit.Fractions * Rarely < habit.Numbers)
            return score + (decimals == 0 ? 2 : decimals > habit.Digits ? -3 : NoFraction);
        return score + (decimals == habit.Digits ? 2 : decimals > habit.Digits ? -3 : -1);
    }

    private static bool IsSigned(string cell) => cell[^1] is '%' or '％';

    /// <param name="Digits">The most decimals of any number.</param>
    /// <param name="Fractions">How many numbers have decimals.</param>
    private readonly record struct Habit(int Numbers, int Digits, int Fractions, int Signs)
    {
        public Habit With(int decimals, bool signed) =>
            new(Numbers + 1, Math.Max(Digits, decimals), Fractions + (decimals > 0 ? 1 : 0), Signs + (signed ? 1 : 0));
    }
}
