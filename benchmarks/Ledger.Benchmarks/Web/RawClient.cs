using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace Luoshi.Ledger.Benchmarks.Web;

/// <summary>One kept connection that sends the same request and reads the answer whole: little enough work not to be what is measured.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[256 * 1024];

    public RawClient(Uri address) => socket.Connect(address.Host, address.Port);

    public static byte[] Request(Uri address, string path, params (string Name, string Value)[] headers)
    {
        var text = new StringBuilder($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n");
        foreach (var (name, value) in headers)
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        return Encoding.ASCII.GetBytes(text.Append("\r\n").ToString());
    }

    /// <returns>The bytes of the answer, header and body.</returns>
    /// <exception cref="InvalidOperationException">The answer is not 200.</exception>
    public async Task<int> AskAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var have = 0;
        var whole = 0;
        while (whole == 0 || have < whole)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (read == 0)
                throw new InvalidOperationException("The server hung up.");
            have += read;
            if (whole == 0)
                whole = Whole(buffer.AsSpan(0, have));
        }

        return have;
    }

    public void Dispose() => socket.Dispose();

    /// <returns>The length of the whole answer; 0 while it cannot be told.</returns>
    private static int Whole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return 0;
        if (!answer.StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException(Encoding.ASCII.GetString(answer[..answer.IndexOf((byte)'\r')]));
        var head = answer[..end];
        var at = head.IndexOf("Content-Length: "u8);
        // In chunks: over with the empty one.
        if (at < 0)
            return answer.EndsWith("0\r\n\r\n"u8) ? answer.Length : 0;
        _ = Utf8Parser.TryParse(head[(at + 16)..], out int length, out _);
        return end + 4 + length;
    }
}
