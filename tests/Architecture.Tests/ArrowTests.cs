namespace Luoshi.Architecture.Tests;

/// <summary>References between projects go one way. A new arrow is a decision: write it down in docs/decisions, then here.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Kernel"] = [],
        ["Reading"] = ["Kernel"],
        ["Platform"] = ["Kernel"],
        ["Ledger"] = ["Kernel", "Reading", "Platform"],
        ["Migrations.Sqlite"] = ["Platform"],
        ["Migrations.Postgres"] = ["Platform"],
        ["Web"] = ["Kernel", "Reading", "Platform", "Ledger", "Migrations.Sqlite", "Migrations.Postgres"],
        ["Cli"] = ["Kernel", "Reading", "Platform", "Ledger", "Web"],
    };

    public static TheoryData<string> Projects => [.. Repository.SourceProjects.Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_sees_only_what_stands_before_it(string project)
    {
        Allowed.ShouldContainKey(project, "a new project needs its place in the order");
        var path = Repository.SourceProjects.Single(file => Path.GetFileNameWithoutExtension(file) == project);
        Repository.References(path).Except(Allowed[project]).ShouldBeEmpty();
    }

    [Fact]
    public void Kernel_needs_no_package() =>
        Repository.Packages(Repository.SourceProjects.Single(file => file.EndsWith("Kernel.csproj", StringComparison.Ordinal))).ShouldBeEmpty();

    [Theory]
    [InlineData("Kernel")]
    [InlineData("Reading")]
    public void The_pure_libraries_know_neither_web_nor_database(string project)
    {
        var names = Assemblies.Of(project).GetReferencedAssemblies().Select(name => name.Name!);
        names.Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.Contains("EntityFramework", StringComparison.Ordinal) || name.Contains("Sqlite", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Luoshi.slnx"));
        Repository.SourceProjects.Concat(Repository.SourceFiles("tests", "*.csproj")).Concat(Repository.SourceFiles("benchmarks", "*.csproj"))
            .Where(project => !solution.Contains(Repository.Relative(project), StringComparison.Ordinal))
            .ShouldBeEmpty();
    }
}
