using System.Text.Json;

namespace Luoshi.Architecture.Tests;

public sealed class NoticesTests
{
    [Fact]
    public void Every_package_that_ships_is_named_with_its_licence()
    {
        var notices = File.ReadAllText(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES"));
        Repository.SourceFiles("src", "packages.lock.json").SelectMany(Packages)
            .Where(package => !package.StartsWith("Meziantou.Analyzer ", StringComparison.Ordinal))
            .Distinct()
            .Where(package => !notices.Contains($"\n{package}\n", StringComparison.Ordinal))
            .ShouldBeEmpty("run: dotnet run tools/ThirdPartyNotices.cs");
    }

    private static IEnumerable<string> Packages(string lockFile)
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(lockFile));
        return
        [
            .. locked.RootElement.GetProperty("dependencies").EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() != "Project")
                .Select(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()}"),
        ];
    }
}
