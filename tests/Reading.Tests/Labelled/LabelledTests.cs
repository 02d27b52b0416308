namespace Luoshi.Reading.Tests.Labelled;

public sealed class LabelledTests(ITestOutputHelper output)
{
    // Floors lie a little under what is measured, so that a change which makes the reader worse is seen and noise is not.
    [Fact]
    public void Documents_of_our_own_are_read_as_labelled() =>
        Hold(Own("dev"), Own("dev"), figures: 0.99, claims: 0.91, rowsFound: 0.97, rowsRight: 0.97);

    [Fact]
    public void Published_documents_are_read_as_labelled() =>
        Hold(Shared("gold"), Shared("seeds"), figures: 0.99, claims: 0.92, rowsFound: 0.99, rowsRight: 0.99);

    [Fact]
    public void Documents_with_tables_and_damage_are_read_as_labelled() =>
        Hold(Shared("gold", "more"), Shared("gold", "more"), figures: 0.99, claims: 0.92, rowsFound: 0.98, rowsRight: 0.98);

    /// <summary>Only scores are shown: a sentence of this set that is looked at is no longer held out.</summary>
    [Fact]
    public void Documents_kept_aside_are_read_as_labelled() =>
        Hold(Own("heldout"), Own("heldout"), figures: 0.985, claims: 0.86, rowsFound: 0.96, rowsRight: 0.94, showErrors: false);

    private void Hold(string labels, string documents, double figures, double claims, double rowsFound, double rowsRight, bool showErrors = true)
    {
        if (!Directory.Exists(labels) && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip($"{labels} is not there: these documents are not part of the repository.");
        var (figureScore, rowScore) = LabelledSet.Read(labels, documents);
        output.WriteLine($"figures {figureScore}{Environment.NewLine}rows    {rowScore}");
        var errors = showErrors ? string.Join(Environment.NewLine, [.. figureScore.Errors, .. rowScore.Errors]) : "Not shown: write sentences of your own with the same construct.";

        figureScore.FoundF1.ShouldBeGreaterThanOrEqualTo(figures, errors);
        figureScore.RightF1.ShouldBeGreaterThanOrEqualTo(claims, errors);
        rowScore.FoundF1.ShouldBeGreaterThanOrEqualTo(rowsFound, errors);
        rowScore.RightF1.ShouldBeGreaterThanOrEqualTo(rowsRight, errors);
    }

    private static string Own(string set) => RepositoryFolder.Path("tests", "Reading.Tests", "Labelled", set);

    private static string Shared(params string[] parts) => RepositoryFolder.Path(["..", "shared", .. parts]);
}
