using System.Reflection;
using System.Runtime.CompilerServices;

namespace Luoshi.Architecture.Tests;

/// <summary>The built source projects, by folder name.</summary>
internal static class Assemblies
{
    private static readonly string[] Modules = ["Kernel", "Reading", "Platform", "Ledger", "Web", "Cli"];

    public static Assembly Of(string project) => Assembly.Load(project == "Cli" ? "luoshi" : $"Luoshi.{project}");

    public static IEnumerable<Type> AllTypes() => Modules.SelectMany(project => Of(project).GetTypes()).Where(IsWritten);

    /// <summary>Types somebody wrote, not ones the compiler made.</summary>
    public static bool IsWritten(Type type) =>
        type.Namespace?.StartsWith("Luoshi", StringComparison.Ordinal) == true
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Name != "_Imports" // made from _Imports.razor
        && (type.DeclaringType is null || IsWritten(type.DeclaringType))
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
