using System.Collections.Frozen;
using System.Reflection;
using Luoshi.Platform.Storage;

namespace Luoshi.Platform.Journal;

/// <summary>Every kind of process the installed modules declare, found where they are declared: as static fields, one by one or in an array.</summary>
public sealed class ProcessKinds
{
    private readonly FrozenDictionary<string, ProcessKind> kinds;

    /// <exception cref="InvalidOperationException">Two kinds share a code: history could not tell them apart.</exception>
    public ProcessKinds(IEnumerable<ModelPart> parts)
    {
        var found = new Dictionary<string, ProcessKind>(StringComparer.Ordinal);
        foreach (var kind in parts.Select(part => part.Configure.Method.Module.Assembly).Distinct().SelectMany(Declared))
        {
            if (!found.TryAdd(kind.Code, kind) && found[kind.Code] != kind)
                throw new InvalidOperationException($"The process code '{kind.Code}' is declared twice, as '{kind.English}' and '{found[kind.Code].English}'.");
        }

        kinds = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyList<ProcessKind> All => [.. kinds.Values.OrderBy(kind => kind.Code, StringComparer.Ordinal)];

    /// <summary>The words for a code; the code itself for one that no installed module declares any more.</summary>
    public Words Name(string code) => kinds.TryGetValue(code, out var kind) ? new Words(kind.Chinese, kind.English) : Words.Same(code);

    private static IEnumerable<ProcessKind> Declared(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .SelectMany(field => field.FieldType == typeof(ProcessKind) ? [(ProcessKind)field.GetValue(null)!] : field.FieldType == typeof(ProcessKind[]) ? (ProcessKind[])field.GetValue(null)! : []);
}
