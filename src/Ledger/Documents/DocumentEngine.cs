using System.IO.Compression;
using System.Reflection;
using Luoshi.Kernel.Outcomes;
using Luoshi.Reading;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Audits.Rows;
using Luoshi.Reading.Exports;

namespace Luoshi.Ledger.Documents;

/// <summary>Reading and auditing as the library calls them, and the version that did it.</summary>
internal static class DocumentEngine
{
    /// <summary>The program's version and the build of its reading part: a change of code or word lists is another version.</summary>
    public static string Version { get; } = Describe(typeof(LuoshiReader).Assembly);

    public static Outcome<ReadingResult> Read(string name, byte[] content) => LuoshiReader.Read(content, name);

    public static IReadOnlyList<Finding> Audit(ReadingResult reading) => LuoshiReader.Audit([reading])[0];

    /// <summary>The audit of a corrected reading, with the plans people named.</summary>
    public static IReadOnlyList<Finding> Audit(ReadingResult reading, IReadOnlyDictionary<int, decimal> plans) => NamedPlans.Apply(reading, Audit(reading), plans);

    /// <summary>The lines an export writes, compressed for storage.</summary>
    public static (byte[] Figures, byte[] Checks) Pack(ReadingResult reading, IReadOnlyList<Finding> findings) =>
        (Pack(stream => ReadingJson.WriteFigures(stream, reading)), Pack(stream => ReadingJson.WriteFindings(stream, reading, findings)));

    private static byte[] Pack(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            write(brotli);
        return packed.ToArray();
    }

    private static string Describe(Assembly assembly)
    {
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        return $"{version}+{assembly.ManifestModule.ModuleVersionId.ToString("N")[..12]}";
    }
}
