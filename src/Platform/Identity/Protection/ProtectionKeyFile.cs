using System.Security.Cryptography;
using Luoshi.Platform.Storage;

namespace Luoshi.Platform.Identity.Protection;

/// <summary>
/// The key the installation's keys are encrypted with: <c>protection.key</c> in the data folder, readable by its owner alone and never in
/// a backup. Whoever takes the database or a backup of it can forge no cookie and read no secret; every node needs the same file.
/// </summary>
internal sealed class ProtectionKeyFile(StorageOptions options)
{
    public const string FileName = "protection.key";
    private const int Length = 32;

    private readonly Lock gate = new();
    private byte[]? key;

    public string Path => System.IO.Path.Combine(options.DataFolder, FileName);

    public bool Exists => File.Exists(Path);

    /// <summary>Tells keys apart without telling anything of them.</summary>
    public string Id => IdOf(Key);

    /// <summary>The key; made at the first use.</summary>
    /// <exception cref="InvalidDataException">The file is there and holds no key.</exception>
    public byte[] Key
    {
        get
        {
            lock (gate)
                return key ??= Exists ? Read() : Make();
        }
    }

    public static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData([.. "luoshi.protection"u8, .. key]))[..16];

    private byte[] Read()
    {
        var bytes = new byte[Length];
        return Convert.TryFromBase64String(File.ReadAllText(Path).Trim(), bytes, out var written) && written == Length
            ? bytes
            : throw new InvalidDataException($"{Path} holds no key: 32 bytes in base 64 are expected.");
    }

    private byte[] Make()
    {
        Directory.CreateDirectory(options.DataFolder);
        var made = RandomNumberGenerator.GetBytes(Length);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var writer = new StreamWriter(Path, how);
            writer.WriteLine(Convert.ToBase64String(made));
            return made;
        }
        catch (IOException) when (Exists)
        {
            // Two processes started at once on one folder: the other's key holds.
            return Read();
        }
    }
}
