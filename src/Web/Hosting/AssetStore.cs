using System.Collections.Frozen;
using System.Text.Json;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Luoshi.Web.Hosting;

/// <summary>
/// Style sheet, script and seal, built into this assembly. Their names carry a hash of the content, so a browser may keep
/// them for a year; each lies here plain, in gzip and in Brotli.
/// </summary>
internal sealed class AssetStore
{
    private const string Prefix = "assets/";

    private readonly FrozenDictionary<string, byte[]> files;

    public AssetStore()
    {
        var assembly = typeof(AssetStore).Assembly;
        files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name => Load(assembly, name), StringComparer.Ordinal);
        var manifest = JsonSerializer.Deserialize<Dictionary<string, string>>(files["manifest.json"])
            ?? throw new InvalidOperationException("The asset manifest is empty; rebuild src/Web.");
        Paths = new AssetPaths(manifest.ToFrozenDictionary(pair => pair.Key, pair => "/assets/" + pair.Value, StringComparer.Ordinal));
    }

    public AssetPaths Paths { get; }

    public void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/assets/{name}", [HttpMethods.Get, HttpMethods.Head], Serve);

    private IResult Serve(string name, HttpContext context)
    {
        if (ContentType(name) is not { } type || !files.TryGetValue(name, out var plain))
            return Results.NotFound();
        var (bytes, encoding) = Choose(name, plain, context.Request.Headers.AcceptEncoding.ToString());
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        return Results.Bytes(bytes, type);
    }

    private (byte[] Bytes, string? Encoding) Choose(string name, byte[] plain, string accepted)
    {
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase) && files.TryGetValue(name + ".br", out var brotli))
            return (brotli, "br");
        if (accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) && files.TryGetValue(name + ".gz", out var gzip))
            return (gzip, "gzip");
        return (plain, null);
    }

    private static string? ContentType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    private static byte[] Load(System.Reflection.Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Resource {name} is listed but cannot be opened.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
