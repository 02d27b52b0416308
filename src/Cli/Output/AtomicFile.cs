namespace Luoshi.Cli.Output;

/// <summary>
/// A file that appears whole or not at all: written beside its place under a hidden name, moved there at the end,
/// removed when the work stops before that.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string path;
    private readonly string temporary;
    private readonly FileStream stream;
    private bool done;

    public AtomicFile(string path)
    {
        this.path = path;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.part");
        stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024);
    }

    public Stream Stream => stream;

    public void Complete()
    {
        stream.Dispose();
        File.Move(temporary, path, overwrite: true);
        done = true;
    }

    public void Dispose()
    {
        stream.Dispose();
        if (!done)
            File.Delete(temporary);
    }
}
