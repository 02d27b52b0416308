using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Identity.Protection;

/// <summary>AES-256 in GCM mode under the key file, one nonce for each key it encrypts.</summary>
internal sealed class KeyFileEncryptor(ProtectionKeyFile file) : IXmlEncryptor
{
    public const string KeyId = "keyId";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (nonce, tag, cipher) = (RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[AesGcm.TagByteSizes.MaxSize], new byte[plain.Length]);
        using var aes = new AesGcm(file.Key, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        var element = new XElement("sealedByKeyFile", new XAttribute(KeyId, file.Id), new XElement("nonce", Convert.ToBase64String(nonce)), new XElement("tag", Convert.ToBase64String(tag)), new XElement("cipher", Convert.ToBase64String(cipher)));
        return new EncryptedXmlInfo(element, typeof(KeyFileDecryptor));
    }
}

/// <summary>Made by the framework by the name that stands with each key, so it asks for what it needs.</summary>
internal sealed class KeyFileDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">The key was encrypted under another file; the start check says so in words.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var file = services.GetRequiredService<ProtectionKeyFile>();
        if (encryptedElement.Attribute(KeyFileEncryptor.KeyId)?.Value != file.Id)
            throw new CryptographicException("The key was encrypted under another protection.key.");
        var (nonce, tag, cipher) = (Part("nonce"), Part("tag"), Part("cipher"));
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(file.Key, tag.Length);
        aes.Decrypt(nonce, cipher, tag, plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));

        byte[] Part(string name) => Convert.FromBase64String(encryptedElement.Element(name)?.Value ?? "");
    }
}
