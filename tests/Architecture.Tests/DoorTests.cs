using System.Reflection;
using Luoshi.Platform.Storage;
using Microsoft.AspNetCore.Components;

namespace Luoshi.Architecture.Tests;

/// <summary>A module has three doors: AddX, MapX and its Contracts folder. The rest is internal, so that the compiler keeps the walls.</summary>
public sealed class DoorTests
{
    // Kernel, Reading and Platform are libraries that modules are written on: their public types are their purpose.
    private static readonly string[] ClosedModules = ["Ledger", "Web", "Cli"];

    private static readonly Dictionary<string, string> Known = new()
    {
        ["Luoshi.Web.LuoshiServer"] = "the command line starts the server through it",
        ["Luoshi.Web.Demo.DemoDocuments"] = "luoshi demo fills the fictional city through it",
        ["Luoshi.Web.ServerOptions"] = "what the command line tells the server",
    };

    [Fact]
    public void Only_doors_contracts_and_components_are_public() =>
        ClosedModules.SelectMany(module => Assemblies.Of(module).GetExportedTypes())
            .Where(Assemblies.IsWritten)
            .Where(type => !IsDoor(type) && !IsContract(type) && !typeof(IComponent).IsAssignableFrom(Outermost(type)) && !Known.ContainsKey(type.FullName!))
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void Every_exception_to_it_still_exists() =>
        Known.Keys.Where(name => ClosedModules.All(module => Assemblies.Of(module).GetType(name) is not { IsPublic: true })).ShouldBeEmpty();

    [Fact]
    public void Tables_are_nobody_elses_business() =>
        Assemblies.AllTypes()
            .Where(type => typeof(Entity).IsAssignableFrom(type) && !type.IsAbstract && type.IsVisible)
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void What_nobody_inherits_is_sealed()
    {
        var types = Assemblies.AllTypes().ToList();
        var bases = types.Select(type => Definition(type.BaseType)).Where(type => type is not null).ToHashSet();
        types.Where(type => type.IsClass && !type.IsAbstract && !type.IsSealed && !bases.Contains(type))
            // Razor generates its classes unsealed; nothing can be written in front of them.
            .Where(type => !typeof(IComponent).IsAssignableFrom(type))
            .Select(type => type.FullName)
            .ShouldBeEmpty();
    }

    private static Type? Definition(Type? type) => type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool IsContract(Type type) => type.Namespace!.Split('.').Contains("Contracts");

    private static bool IsDoor(Type type)
    {
        var methods = type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);
        return type is { IsAbstract: true, IsSealed: true } && methods.Length > 0
            && methods.All(method => method.Name.StartsWith("Add", StringComparison.Ordinal) || method.Name.StartsWith("Map", StringComparison.Ordinal));
    }
}
