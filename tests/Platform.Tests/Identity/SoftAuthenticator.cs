using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Luoshi.Platform.Tests.Identity;

/// <summary>A security key in software: answers as an authenticator and its browser would, for one origin.</summary>
internal sealed class SoftAuthenticator(string origin) : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private byte[] user = [];
    private uint count;

    public string Create(string optionsJson)
    {
        using var options = JsonDocument.Parse(optionsJson);
        user = Decode(options.RootElement.GetProperty("user").GetProperty("id").GetString()!);
        var client = Client("webauthn.create", options.RootElement.GetProperty("challenge").GetString()!);
        byte[] attested = [.. new byte[16], (byte)(id.Length >> 8), (byte)id.Length, .. id, .. CoseKey()];
        byte[] data = [.. Header(0x45), .. attested];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), .. Bytes(data)];
        return JsonSerializer.Serialize(new
        {
            id = Encode(id),
            rawId = Encode(id),
            type = "public-key",
            response = new { clientDataJSON = Encode(client), attestationObject = Encode(attestation), transports = new[] { "internal" } },
            clientExtensionResults = new { },
        });
    }

    public string Get(string optionsJson, string? challenge = null)
    {
        using var options = JsonDocument.Parse(optionsJson);
        var client = Client("webauthn.get", challenge ?? options.RootElement.GetProperty("challenge").GetString()!);
        var data = Header(0x05);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return JsonSerializer.Serialize(new
        {
            id = Encode(id),
            rawId = Encode(id),
            type = "public-key",
            response = new { clientDataJSON = Encode(client), authenticatorData = Encode(data), signature = Encode(signature), userHandle = Encode(user) },
            clientExtensionResults = new { },
        });
    }

    public void Dispose() => key.Dispose();

    private byte[] Client(string type, string challenge) => JsonSerializer.SerializeToUtf8Bytes(new { type, challenge, origin, crossOrigin = false });

    /// <summary>Hash of the host, flags (present, verified, key included), counter.</summary>
    private byte[] Header(byte flags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, ++count);
        return [.. SHA256.HashData(Encoding.ASCII.GetBytes(new Uri(origin).Host)), flags, .. counter];
    }

    /// <summary>A P-256 public key as COSE writes it: kty 2, alg -7, crv 1, x, y.</summary>
    private byte[] CoseKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) => bytes.Length < 256 ? [0x58, (byte)bytes.Length, .. bytes] : [0x59, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] Decode(string text) => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));
}
