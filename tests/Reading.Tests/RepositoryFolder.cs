namespace Luoshi.Reading.Tests;

/// <summary>Finds the repository from wherever the test program runs, so that specs and labels are read where people edit them.</summary>
internal static class RepositoryFolder
{
    private static readonly Lazy<string> Root = new(Find);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root.Value, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Luoshi.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Luoshi.slnx above {AppContext.BaseDirectory}: run the tests from inside the repository.");
    }
}
