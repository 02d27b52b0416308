namespace Luoshi.Cli.Inputs;

/// <summary>A document to read, or standard input.</summary>
/// <param name="Path">As it can be opened; <c>-</c> for standard input.</param>
/// <param name="Name">File name without folders, as it is shown and stored in results.</param>
internal sealed record InputFile(string Path, string Name)
{
    public const string StandardInput = "-";

    public bool IsStandardInput => Path is StandardInput;

    public byte[] ReadBytes()
    {
        if (!IsStandardInput)
            return File.ReadAllBytes(Path);
        using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }
}
