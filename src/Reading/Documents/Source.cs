namespace Luoshi.Reading.Documents;

/// <summary>A file on its way to its reader.</summary>
/// <param name="Bytes">All of it.</param>
/// <param name="Name">Without a folder.</param>
internal sealed record Source(ReadOnlyMemory<byte> Bytes, string Name, DocumentLimits Limits)
{
    public bool HasEnding(string ending) => Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
