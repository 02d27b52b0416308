using System.Reflection;
using System.Text.RegularExpressions;
using Luoshi.Platform.Storage;

namespace Luoshi.Architecture.Tests;

/// <summary>Time is injected, and stored in types both databases order alike.</summary>
public sealed partial class TimeTests
{
    [Fact]
    public void Nobody_asks_the_machine_for_the_time() =>
        Repository.SourceFiles("src", "*.cs").Concat(Repository.SourceFiles("src", "*.razor"))
            .Where(path => ClockCall().IsMatch(File.ReadAllText(path)))
            .Select(Repository.Relative)
            .ShouldBeEmpty("take a TimeProvider");

    [Fact]
    public void Entities_hold_no_DateTimeOffset() =>
        Assemblies.AllTypes()
            .Where(type => typeof(Entity).IsAssignableFrom(type))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(DateTimeOffset))
            .Select(property => $"{property.DeclaringType!.FullName}.{property.Name}")
            .ShouldBeEmpty("SQLite cannot order them; store UTC DateTime");

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ClockCall();
}
