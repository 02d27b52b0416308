using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace Luoshi.Reading.Documents;

/// <summary>The parts of a docx or xlsx, unpacked as they are read and never beyond the limits.</summary>
internal sealed class Package : IDisposable
{
    // Small parts may be all zeros without harm.
    private const long RatioMatters = 4L << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = true,
    };

    private readonly Source source;
    private readonly ZipArchive zip;
    private long inflated;

    public Package(Source source)
    {
        this.source = source;
        zip = new ZipArchive(ToStream(source.Bytes), ZipArchiveMode.Read);
        if (zip.Entries.Count > source.Limits.MaxZipEntries)
            throw new RefusedException(DocumentRefusals.Bomb(source.Name));
    }

    public bool Has(string part) => zip.GetEntry(part) is not null;

    /// <summary>The part as XML, or null when the package has none of that name.</summary>
    /// <exception cref="RefusedException">The part is encrypted; or, while it is read, it unpacks to too much.</exception>
    public XmlReader? Open(string part)
    {
        if (zip.GetEntry(part) is not { } entry)
            return null;
        if (entry.IsEncrypted)
            throw new RefusedException(DocumentRefusals.Encrypted(source.Name));
        return XmlReader.Create(new Metered(this, entry), Settings);
    }

    public void Dispose() => zip.Dispose();

    private static MemoryStream ToStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>Counts what comes out of a part. Headers may lie about sizes, so only bytes that really came out count.</summary>
    private sealed class Metered(Package package, ZipArchiveEntry entry) : Stream
    {
        private readonly Stream inner = entry.Open();
        private readonly long packed = Math.Max(1, entry.CompressedLength);
        private long length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => length; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            length += count;
            package.inflated += count;
            var limits = package.source.Limits;
            if (package.inflated > limits.MaxInflatedBytes || (length > RatioMatters && length / packed > limits.MaxInflateRatio))
                throw new RefusedException(DocumentRefusals.Bomb(package.source.Name));
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
