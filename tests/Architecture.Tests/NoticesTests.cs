using System.Text.Json;

namespace Luoshi.Architecture.Tests;

public sealed class NoticesTests
{
    // Build-time only, or left out by Directory.Build.targets.
    private static readonly string[] NotShipped = ["Meziantou.Analyzer", "Microsoft.Win32.SystemEvents", "System.Drawing.Common"];

    [Fact]
    public void Every_package_that_ships_is_named_with_its_licence()
    {
        var notices = File.ReadAllText(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES"));
        Repository.SourceFiles("src", "packages.lock.json").SelectMany(Packages)
            .Where(package => !NotShipped.Contains(package.Split(' ')[0]))
            .Distinct()
            .Where(package => !notices.Contains($"\n{package}\n", StringComparison.Ordinal))
            .ShouldBeEmpty("run: dotnet run tools/ThirdPartyNotices.cs");
    }

    [Fact]
    public void What_is_said_not_to_ship_does_not_ship()
    {
        // The test's own folder holds everything the program needs.
        Directory.GetFiles(AppContext.BaseDirectory, "*.dll", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Intersect(NotShipped).ShouldBeEmpty();
        File.Exists(Path.Combine(AppContext.BaseDirectory, "QRCoder.dll")).ShouldBeTrue();
        var notices = File.ReadAllText(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES"));
        NotShipped.Where(package => notices.Contains($"\n{package} ", StringComparison.Ordinal)).ShouldBeEmpty("run: dotnet run tools/ThirdPartyNotices.cs");
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
